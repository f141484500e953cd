package dev.varve.engine;

import dev.varve.engine.container.Attachment;
import dev.varve.engine.container.ContainerSettings;
import dev.varve.engine.container.NetworkMode;
import dev.varve.engine.container.PullPolicy;
import dev.varve.image.HealthCheckConfig;
import dev.varve.image.Platform;
import dev.varve.registry.Progress;
import dev.varve.sandbox.Capability;
import dev.varve.sandbox.Mount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A container that is being described: {@code engine.container("web-ping").env("TARGET", "google.com").start()}. What is not
 * said is as the image has it. Not for use by several threads at once; it may be started more than once.
 */
public final class ContainerRequest {
    private final Engine engine;
    final String image;
    Optional<String> name = Optional.empty();
    Optional<List<String>> entrypoint = Optional.empty();
    List<String> command = List.of();
    final Map<String, String> environment = new LinkedHashMap<>();
    final Map<String, String> labels = new LinkedHashMap<>();
    final List<String> volumes = new ArrayList<>();
    final List<Mount> mounts = new ArrayList<>();
    final List<String> hosts = new ArrayList<>();
    final Set<Capability> added = EnumSet.noneOf(Capability.class);
    final Set<Capability> dropped = EnumSet.noneOf(Capability.class);
    String user = "";
    String workingDirectory = "";
    String hostname = "";
    String stopSignal = "";
    int stopSeconds = ContainerSettings.STOP_SECONDS;
    Optional<HealthCheckConfig> healthcheck = Optional.empty();
    NetworkMode network = NetworkMode.DEFAULT;
    Optional<Platform> platform = Optional.empty();
    PullPolicy pull = PullPolicy.MISSING;
    boolean readOnly;
    boolean noNewPrivileges;
    long memory;
    boolean terminal;
    boolean interactive;
    boolean removed;
    Progress progress = Progress.NONE;

    ContainerRequest(Engine engine, String image) {
        this.engine = engine;
        this.image = image;
    }

    /** What it is called; a name is made up where this is not said. */
    public ContainerRequest name(String unique) {
        name = Optional.of(unique);
        return this;
    }

    /** The program's arguments, or the program and its arguments where the image has no entrypoint. */
    public ContainerRequest command(String... words) {
        return command(List.of(words));
    }

    public ContainerRequest command(List<String> words) {
        command = List.copyOf(words);
        return this;
    }

    /** Another program than the image's, whose arguments do not count then; no word at all for none. */
    public ContainerRequest entrypoint(String... words) {
        entrypoint = Optional.of(List.of(words));
        return this;
    }

    public ContainerRequest env(String variable, String value) {
        environment.remove(variable);
        environment.put(variable, variable + "=" + value);
        return this;
    }

    public ContainerRequest env(Map<String, String> variables) {
        variables.forEach(this::env);
        return this;
    }

    /** Takes a variable of the image away. */
    public ContainerRequest withoutEnv(String variable) {
        environment.put(variable, variable);
        return this;
    }

    public ContainerRequest label(String key, String value) {
        labels.put(key, value);
        return this;
    }

    /** Who runs it: {@code user[:group]}, each by name or number. */
    public ContainerRequest user(String userAndGroup) {
        user = userAndGroup;
        return this;
    }

    /** An absolute path, made where it is missing. */
    public ContainerRequest workingDirectory(String path) {
        workingDirectory = path;
        return this;
    }

    public ContainerRequest hostname(String machine) {
        hostname = machine;
        return this;
    }

    /** A further line of {@code /etc/hosts}. */
    public ContainerRequest host(String machine, String address) {
        hosts.add(machine + ":" + address);
        return this;
    }

    /** A folder or file of this machine, seen and changed by the container. */
    public ContainerRequest bind(Path source, String destination) {
        return mount(new Mount.Bind(source.toAbsolutePath(), destination, false));
    }

    /** A folder or file of this machine that the container only sees. */
    public ContainerRequest bindReadOnly(Path source, String destination) {
        return mount(new Mount.Bind(source.toAbsolutePath(), destination, true));
    }

    public ContainerRequest mount(Mount mount) {
        mounts.add(mount);
        return this;
    }

    /** A folder of its own that goes with the container and is in no image made of it. */
    public ContainerRequest volume(String destination) {
        volumes.add(destination);
        return this;
    }

    public ContainerRequest network(NetworkMode seen) {
        network = seen;
        return this;
    }

    /** Nothing can be written but what is mounted. */
    public ContainerRequest readOnly() {
        readOnly = true;
        return this;
    }

    /** Gives it a right that containers usually have not. */
    public ContainerRequest addCapability(Capability capability) {
        dropped.remove(capability);
        added.add(capability);
        return this;
    }

    /** Takes it a right that containers usually have. */
    public ContainerRequest dropCapability(Capability capability) {
        added.remove(capability);
        dropped.add(capability);
        return this;
    }

    /** Lets programs gain rights by their set-user-id bits and capabilities, as {@code sudo} does; so it is from the start. */
    public ContainerRequest withNewPrivileges() {
        noNewPrivileges = false;
        return this;
    }

    /** Keeps programs from gaining rights by their set-user-id bits and capabilities. */
    public ContainerRequest withoutNewPrivileges() {
        noNewPrivileges = true;
        return this;
    }

    /** The most bytes of memory that it takes. */
    public ContainerRequest memory(long bytes) {
        memory = bytes;
        return this;
    }

    /** What {@link Container#stop} sends, such as {@code SIGINT}. */
    public ContainerRequest stopSignal(String signal) {
        stopSignal = signal;
        return this;
    }

    /** How long {@link Container#stop} waits. */
    public ContainerRequest stopTimeout(int seconds) {
        stopSeconds = seconds;
        return this;
    }

    /** Kept with the container; nothing runs it. */
    public ContainerRequest healthcheck(HealthCheckConfig check) {
        healthcheck = Optional.of(check);
        return this;
    }

    public ContainerRequest platform(Platform wanted) {
        platform = Optional.of(wanted);
        return this;
    }

    public ContainerRequest pull(PullPolicy policy) {
        pull = policy;
        return this;
    }

    /** Who hears of the image that is pulled for it. */
    public ContainerRequest progress(Progress ear) {
        progress = ear;
        return this;
    }

    /** Gives it a terminal. */
    public ContainerRequest terminal() {
        terminal = true;
        return this;
    }

    /** Keeps its standard input open. */
    public ContainerRequest interactive() {
        interactive = true;
        return this;
    }

    /** Has it removed when it ends. */
    public ContainerRequest removedAtEnd() {
        removed = true;
        return this;
    }

    /**
     * Makes the container and does not start it.
     *
     * @throws NotFoundException where the image is neither here nor at its registry
     * @throws EngineException where something else is amiss
     */
    public Container create() throws IOException {
        return engine.create(this);
    }

    /**
     * Makes the container and starts it. It ends with this process.
     *
     * @throws dev.varve.sandbox.SandboxException where its program cannot be started; {@code exitCode} says of what kind that is
     */
    public Container start() throws IOException, InterruptedException {
        return start(Attachment.NONE);
    }

    /** The same, with its output going somewhere beside its log. */
    public Container start(Attachment attachment) throws IOException, InterruptedException {
        Container container = create();
        container.start(attachment);
        return container;
    }

    /**
     * Makes the container, starts it, and leaves it to a process of its own, with which it outlives this one.
     *
     * @throws dev.varve.sandbox.SandboxException where its program cannot be started; {@code exitCode} says of what kind that is
     */
    public Container startDetached() throws IOException, InterruptedException {
        Container container = create();
        container.startDetached();
        return container;
    }
}
