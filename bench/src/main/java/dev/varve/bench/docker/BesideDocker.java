package dev.varve.bench.docker;

import dev.varve.engine.Engine;
import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import dev.varve.registry.Compression;
import dev.varve.registry.Progress;
import dev.varve.store.archive.ArchiveFormat;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times Varve's engine, in process and by its command, beside a real Docker: {@code BesideDocker DOCKER VARVE BUSYBOX [NAME]},
 * the command of a docker client, that of Varve, a static busybox, and which one to time. Both sides take turns; figures are
 * medians, ratios Varve's by Docker's.
 */
public final class BesideDocker {
    private static final String BASE = "bench-base";

    private final Path work;
    private final Command docker;
    private final Command varve;
    private final Command smallVarve;
    private final Engine engine;
    private final PrintStream out = System.out;

    private BesideDocker(Path work, String docker, String varve) throws IOException {
        this.work = work;
        Path home = work.resolve("store");
        this.docker = new Command(List.of(docker.split(" ")), Map.of("DOCKER_BUILDKIT", "1"));
        Map<String, String> store = Map.of("VARVE_HOME", home.toString());
        this.varve = new Command(program(varve), store);
        this.smallVarve =
                new Command(program(varve), Map.of("VARVE_HOME", home.toString(), "JDK_JAVA_OPTIONS", "-Xmx256m"));
        this.engine = Engine.open(home);
    }

    /** Commands run in other folders than this process. */
    private static List<String> program(String varve) {
        List<String> words = new ArrayList<>(List.of(varve.split(" ")));
        if (words.get(0).contains("/")) {
            words.set(0, Path.of(words.get(0)).toAbsolutePath().toString());
        }
        return words;
    }

    /** Runs the comparison. */
    public static void main(String[] arguments) throws Exception {
        Path work = Files.createTempDirectory("varve-bench");
        BesideDocker bench = new BesideDocker(work, arguments[0], arguments[1]);
        String only = arguments.length > 3 ? arguments[3] : "";
        bench.base(Path.of(arguments[2]));
        for (Map.Entry<String, Scenario> scenario : bench.scenarios().entrySet()) {
            if (scenario.getKey().contains(only)) {
                scenario.getValue().run(scenario.getKey());
            }
        }
    }

    private interface Scenario {
        void run(String name) throws Exception;
    }

    private Map<String, Scenario> scenarios() {
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        scenarios.put("no-op rebuild", this::nothingChanged);
        scenarios.put("changed file", this::fileChanged);
        scenarios.put("run true", this::runTrue);
        scenarios.put("copy 20000 files", this::manyFiles);
        scenarios.put("copy 1 GiB", this::oneGibibyte);
        scenarios.put("save 200 MB", this::save);
        scenarios.put("pull 200 MB", this::pull);
        return scenarios;
    }

    /** The same busybox for both. */
    private void base(Path busybox) throws Exception {
        Path folder = Files.createDirectories(work.resolve("base"));
        Files.createDirectories(folder.resolve("bin"));
        Files.copy(busybox, folder.resolve("bin/busybox"));
        for (String applet : List.of("sh", "echo", "true", "cat", "sleep")) {
            Files.createSymbolicLink(folder.resolve("bin").resolve(applet), Path.of("busybox"));
        }
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY bin /bin\nENV PATH=/bin\nCMD [\"sh\"]\n");
        engine.build(folder).tag(BASE).run();
        docker.with("build", "-q", "-t", BASE, folder.toString()).run(folder);
    }

    private Timing.Task task(Command command, Path folder) {
        return () -> command.run(folder);
    }

    private void nothingChanged(String name) throws Exception {
        Path folder = Contexts.twentySteps(Files.createDirectory(work.resolve("noop")), BASE);
        Timing[] times = Timing.firstAlone(
                5,
                15,
                () -> engine.build(folder).tag("noop").run(),
                task(varve.with("build", "-q", "-t", "noop", "."), folder),
                task(docker.with("build", "--network", "host", "-q", "-t", "noop", "."), folder));
        print(name, times);
    }

    private void fileChanged(String name) throws Exception {
        Path folder = Contexts.twentySteps(Files.createDirectory(work.resolve("changed")), BASE);
        int[] version = {0};
        Timing[] times = Timing.firstAlone(
                2,
                11,
                changing(
                        folder,
                        version,
                        () -> engine.build(folder).tag("changed").run()),
                changing(folder, version, task(varve.with("build", "-q", "-t", "changed", "."), folder)),
                changing(
                        folder,
                        version,
                        task(docker.with("build", "--network", "host", "-q", "-t", "changed", "."), folder)));
        print(name, times);
    }

    private static Timing.Task changing(Path folder, int[] version, Timing.Task build) {
        return new Timing.Task() {
            @Override
            public void prepare() throws IOException {
                Files.writeString(folder.resolve("changing"), Integer.toString(++version[0]));
            }

            @Override
            public void run() throws Exception {
                build.run();
            }
        };
    }

    private void runTrue(String name) throws Exception {
        Timing[] times = Timing.firstAlone(
                3,
                15,
                () -> engine.container(BASE)
                        .command("true")
                        .removedAtEnd()
                        .start()
                        .waitFor(),
                task(varve.with("run", "--rm", BASE, "true"), work),
                task(docker.with("run", "--network", "host", "--rm", BASE, "true"), work));
        print(name, times);
    }

    private void manyFiles(String name) throws Exception {
        Path folder = Contexts.manyFiles(Files.createDirectory(work.resolve("many")), 20_000);
        copies(name, folder);
    }

    private void oneGibibyte(String name) throws Exception {
        Path folder = Contexts.oneFile(Files.createDirectory(work.resolve("large")), 1024);
        copies(name, folder);
    }

    /** Cold: neither side has the layer, for the cache is not asked. */
    private void copies(String name, Path folder) throws Exception {
        Timing[] times = Timing.inTurn(
                1,
                5,
                Timing.rested(() -> engine.build(folder).withoutCache().run()),
                Timing.rested(task(smallVarve.with("build", "-q", "--no-cache", "."), folder)),
                Timing.rested(task(docker.with("build", "-q", "--no-cache", "."), folder)));
        print(name, times);
    }

    private void save(String name) throws Exception {
        Path folder = Contexts.oneFile(Files.createDirectory(work.resolve("saved")), 200);
        engine.build(folder).tag("saved").run();
        docker.with("build", "-q", "-t", "saved", ".").run(folder);
        Timing[] times = Timing.inTurn(
                1,
                5,
                Timing.rested(
                        () -> engine.save(List.of("saved"), ArchiveFormat.DOCKER, folder.resolve("in-process.tar"))),
                Timing.rested(task(varve.with("save", "-o", "varve.tar", "saved"), folder)),
                Timing.rested(task(docker.with("save", "-o", "docker.tar", "saved"), folder)));
        print(name, times);
    }

    /** Each time into a store that has nothing of it. */
    private void pull(String name) throws Exception {
        Path folder = Contexts.oneFile(Files.createDirectory(work.resolve("pulled")), 200);
        try (Registry registry = Registry.start(folder)) {
            String image = registry.name("pulled");
            engine.build(folder).tag(image).run();
            engine.push(ImageReference.parse(image), Compression.DEFAULT, Progress.NONE);
            Path store = folder.resolve("store");
            Timing[] times = Timing.inTurn(
                    1,
                    5,
                    intoNothing(store, () -> {
                        try (Engine empty = Engine.open(store)) {
                            empty.pull(image, Platform.host(), Progress.NONE);
                        }
                    }),
                    intoNothing(
                            store,
                            task(
                                    new Command(varve.start(), Map.of("VARVE_HOME", store.toString()))
                                            .with("pull", "-q", image),
                                    folder)),
                    Timing.rested(new Timing.Task() {
                        @Override
                        public void prepare() throws Exception {
                            docker.with("image", "rm", "-f", image).run(folder);
                        }

                        @Override
                        public void run() throws Exception {
                            docker.with("pull", "-q", image).run(folder);
                        }
                    }));
            print(name, times);
        }
    }

    private static Timing.Task intoNothing(Path store, Timing.Task task) {
        return Timing.rested(new Timing.Task() {
            @Override
            public void prepare() throws Exception {
                new Command(List.of("rm", "-rf", store.toString()), Map.of()).run(Path.of("/"));
            }

            @Override
            public void run() throws Exception {
                task.run();
            }
        });
    }

    private void print(String name, Timing[] times) {
        List<String> row = new ArrayList<>(List.of(name));
        for (Timing time : times) {
            row.add(time.toString());
        }
        double ofDocker = times[times.length - 1].median();
        row.add(String.format(Locale.ROOT, "%.2f", times[0].median() / ofDocker));
        row.add(String.format(Locale.ROOT, "%.2f", times[1].median() / ofDocker));
        out.println("| " + String.join(" | ", row) + " |");
        out.flush();
    }
}
