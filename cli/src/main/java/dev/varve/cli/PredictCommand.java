package dev.varve.cli;

import dev.varve.context.DigestCache;
import dev.varve.image.Platform;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.CacheModel;
import dev.varve.plan.PlanException;
import dev.varve.plan.PlannedBuild;
import dev.varve.plan.Prediction;
import dev.varve.plan.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code varve predict}. */
@Command(
        name = "predict",
        description = {
            "Tells for two states of a project which build steps would be taken from the cache, which would run again, and"
                    + " because of what. Nothing is built.",
            "",
            "UNKNOWN is a step that depends on what another step produces, which only running that step can tell."
        },
        sortOptions = false,
        footer = {"", "Exit code: 0, 2 where a state cannot be read or its Dockerfile cannot be built."})
final class PredictCommand implements Callable<Integer> {
    @Option(
            names = "--before",
            required = true,
            paramLabel = "DIR",
            description = "The build context that has been built.")
    @SuppressWarnings("NullAway.Init")
    private Path before;

    @Option(
            names = "--after",
            required = true,
            paramLabel = "DIR",
            description = "The build context that is to be built.")
    @SuppressWarnings("NullAway.Init")
    private Path after;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The Dockerfile, looked up in each context, then as it is (Dockerfile).")
    private String file = "Dockerfile";

    @Option(
            names = "--before-file",
            paramLabel = "FILE",
            description = "The Dockerfile before, where it is another one.")
    private @Nullable String beforeFile;

    @Option(
            names = "--build-arg",
            mapFallbackValue = Option.NULL_VALUE,
            paramLabel = "K=V",
            description = "A build argument; K alone takes the environment's value.")
    private Map<String, String> buildArgs = new LinkedHashMap<>();

    @Option(
            names = "--before-arg",
            mapFallbackValue = Option.NULL_VALUE,
            paramLabel = "K=V",
            description = "A build argument that had this value before.")
    private Map<String, String> beforeArgs = new LinkedHashMap<>();

    @Option(names = "--target", paramLabel = "STAGE", description = "The stage to build; the last one if not given.")
    private @Nullable String target;

    @Option(
            names = "--platform",
            paramLabel = "OS/ARCH",
            description = "What the image is for; this machine if not given.")
    private @Nullable String platform;

    @Option(names = "--build-context", paramLabel = "NAME=DIR", description = "A further build context.")
    private Map<String, Path> contexts = new LinkedHashMap<>();

    @Option(
            names = "--before-context",
            paramLabel = "NAME=DIR",
            description = "What a further build context was before.")
    private Map<String, Path> beforeContexts = new LinkedHashMap<>();

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "${COMPLETION-CANDIDATES}: whose cache (${DEFAULT-VALUE}).")
    private CacheModel model = CacheModel.BUILDKIT;

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Format format = Format.text;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        DigestCache cache = DigestCache.in(CacheFolder.path());
        Map<String, String> argumentsThen = new LinkedHashMap<>(buildArgs);
        argumentsThen.putAll(beforeArgs);
        Map<String, Path> contextsThen = new LinkedHashMap<>(contexts);
        contextsThen.putAll(beforeContexts);
        PlannedBuild then =
                plan(project(before, beforeFile == null ? file : beforeFile, contextsThen), argumentsThen, cache);
        PlannedBuild now = plan(project(after, file, contexts), buildArgs, cache);
        PrintWriter out = spec.commandLine().getOut();
        Prediction prediction;
        try {
            prediction = Prediction.of(model, then, now);
        } catch (IOException e) {
            throw new Failure(Unreadable.because("build context", e));
        }
        warn(then, before);
        warn(now, after);
        switch (format) {
            case text -> PredictText.write(prediction, out);
            case json -> PredictJson.write(prediction, out);
        }
        save(cache);
        return ExitCode.OK;
    }

    private static Project project(Path folder, String name, Map<String, Path> named) {
        if (!Files.isDirectory(folder)) {
            throw new Failure(folder + (Files.exists(folder) ? ": this is not a folder" : ": there is no such folder"));
        }
        Path inside = folder.resolve(name);
        Path file = Files.exists(inside) ? inside : Path.of(name);
        if (!Files.exists(file)) {
            throw new Failure(inside + ": there is no such Dockerfile; -f names another one");
        }
        named.forEach((context, path) -> {
            if (!Files.isDirectory(path)) {
                throw new Failure(path + ": build context " + context + " is not a folder");
            }
        });
        return new Project(folder, file, named);
    }

    private PlannedBuild plan(Project project, Map<String, String> given, DigestCache cache) {
        BuildOptions options = BuildOptions.defaults().withBuildArgs(withEnvironment(given));
        if (target != null) {
            options = options.withTarget(target);
        }
        try {
            if (platform != null) {
                options = options.withPlatform(Platform.parse(platform));
            }
            return project.plan(options, cache);
        } catch (PlanException e) {
            String where = e.line() > 0
                    ? project.dockerfile() + ":" + e.line()
                    : project.dockerfile().toString();
            throw new Failure(where + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new Failure("--platform: " + e.getMessage());
        } catch (IOException e) {
            throw new Failure(Unreadable.because(
                    e instanceof FileSystemException failure && failure.getFile() != null
                            ? failure.getFile()
                            : project.context().toString(),
                    e));
        }
    }

    /** As with docker, an argument without a value is taken from the environment, and left out where that has none. */
    private static Map<String, String> withEnvironment(Map<String, String> given) {
        Map<String, String> arguments = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            String known = value == null ? System.getenv(name) : value;
            if (known != null) {
                arguments.put(name, known);
            }
        });
        return arguments;
    }

    private void warn(PlannedBuild build, Path folder) {
        PrintWriter err = spec.commandLine().getErr();
        build.contexts()
                .byName()
                .values()
                .forEach(context -> context.problems()
                        .forEach(problem -> err.println(
                                "varve: warning: " + folder.resolve(problem.path()) + ": " + problem.message())));
    }

    /** What is known of files only makes the next time faster. */
    private void save(DigestCache cache) {
        try {
            cache.save();
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("varve: warning: digests are not kept for the next time: "
                            + Unreadable.because(CacheFolder.path().toString(), e));
        }
    }
}
