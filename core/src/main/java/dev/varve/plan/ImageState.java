package dev.varve.plan;

import dev.varve.image.ContainerConfig;
import dev.varve.image.HealthCheckConfig;
import dev.varve.image.HistoryEntry;
import dev.varve.image.ImageConfig;
import dev.varve.image.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The image's configuration between two instructions of a stage. */
final class ImageState {
    private static final String DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private final ImageConfig base;
    private final boolean argsWereEscaped;
    private final List<HistoryEntry> history;
    private final List<String> env;
    private List<String> cmd;
    private boolean cmdIsOwn;

    final SortedSet<String> exposedPorts;
    final SortedSet<String> volumes;
    final SortedMap<String, String> labels;
    final List<String> onBuild = new ArrayList<>();
    private Platform platform;
    String author;
    String user;
    String workingDir;
    String stopSignal;
    List<String> entrypoint;
    List<String> shell;
    Optional<HealthCheckConfig> healthcheck;

    /** What a stage begins with; the triggers of the image below are the stage's first instructions and go no further. */
    ImageState(ImageConfig base) {
        ContainerConfig config = base.config();
        this.base = base;
        this.argsWereEscaped = config.argsEscaped();
        this.history = new ArrayList<>(base.history());
        this.env = new ArrayList<>(config.env());
        this.cmd = config.cmd();
        this.exposedPorts = new TreeSet<>(config.exposedPorts());
        this.volumes = new TreeSet<>(config.volumes());
        this.labels = new TreeMap<>(config.labels());
        this.platform = base.platform();
        this.author = base.author();
        this.user = config.user();
        String folder = config.workingDir();
        this.workingDir = folder.isEmpty() ? "" : ContainerPath.workdir(folder, folder);
        this.stopSignal = config.stopSignal();
        this.entrypoint = config.entrypoint();
        this.shell = config.shell();
        this.healthcheck = config.healthcheck();
        if (!platform.os().equals("windows") && !config.environment().containsKey("PATH")) {
            env.add("PATH=" + DEFAULT_PATH);
        }
    }

    /** {@code FROM scratch}, or a folder. */
    static ImageState scratch(Platform platform) {
        ImageState state = new ImageState(ImageConfig.empty(platform));
        state.workingDir = "/";
        return state;
    }

    /** What a stage begins with whose base is the stage that ended here. */
    ImageState next() {
        return new ImageState(config());
    }

    List<String> env() {
        return env;
    }

    /** A variable that is there already keeps its place. */
    void setEnv(String name, String value) {
        String assignment = name + "=" + value;
        for (int i = 0; i < env.size(); i++) {
            if (env.get(i).equals(name) || env.get(i).startsWith(name + "=")) {
                env.set(i, assignment);
                return;
            }
        }
        env.add(assignment);
    }

    /** A variant is kept where the wanted platform says none. */
    void setPlatform(Platform wanted) {
        boolean sameProcessor =
                wanted.os().equals(platform.os()) && wanted.architecture().equals(platform.architecture());
        platform = wanted.variant().isEmpty() && sameProcessor ? platform : wanted;
    }

    void setCmd(List<String> words) {
        cmd = words;
        cmdIsOwn = true;
    }

    /** The arguments that an image below gave its own entrypoint mean nothing to another. */
    void setEntrypoint(List<String> words) {
        entrypoint = words;
        if (!cmdIsOwn) {
            cmd = List.of();
        }
    }

    void add(HistoryEntry entry) {
        history.add(entry);
    }

    ImageConfig config() {
        ContainerConfig config = new ContainerConfig(
                user,
                exposedPorts,
                env,
                entrypoint,
                cmd,
                volumes,
                workingDir,
                labels,
                stopSignal,
                healthcheck,
                argsWereEscaped || cmdIsOwn,
                onBuild,
                shell);
        return new ImageConfig(platform, Optional.empty(), author, config, base.diffIds(), history);
    }
}
