package dev.varve.cli.dockerfile;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.LookCommand;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Texts;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failure;
import dev.varve.cli.console.KeyValue;
import dev.varve.cli.console.Unreadable;
import dev.varve.context.DigestCache;
import dev.varve.image.Platform;
import dev.varve.lint.history.RevisionBuild;
import dev.varve.lint.history.git.GitRepository;
import dev.varve.lint.history.git.HistoryException;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.CacheModel;
import dev.varve.plan.PlanException;
import dev.varve.plan.PlannedBuild;
import dev.varve.plan.Prediction;
import dev.varve.plan.Project;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code varve predict}. */
final class PredictCommand extends LookCommand {
    private final Text before = flags.text("--before", "dir", "The build context that has been built");
    private final Text since = flags.text(
            "--since",
            "rev",
            "Compare two commits of the context's git repository: this one and the one that is checked out");
    private final Text after = flags.text("--after", "dir", "The build context that is to be built");
    private final Text file = flags.text(
            "-f, --file", "file", "The Dockerfile, looked up in each context, then as it is (default \"Dockerfile\")");
    private final Text beforeFile =
            flags.text("--before-file", "file", "The Dockerfile before, where it is another one");
    private final Texts buildArgs =
            flags.texts("--build-arg", "key=value", "A build argument; a key alone takes the environment's value");
    private final Texts beforeArgs =
            flags.texts("--before-arg", "key=value", "A build argument that had this value before");
    private final Text target = flags.text("--target", "stage", "The stage to build; the last one if not given");
    private final Text platform =
            flags.text("--platform", "os/arch", "What the image is for; this machine if not given");
    private final Texts contexts = flags.texts("--build-context", "name=dir", "A further build context")
            .checked(KeyValue::parse);
    private final Texts beforeContexts = flags.texts(
                    "--before-context", "name=dir", "What a further build context was before")
            .checked(KeyValue::parse);
    private final Text model = flags.choice("--model", List.of("buildkit", "classic"), "Whose cache");
    private final Text format = flags.choice("--format", List.of("text", "json"), "How the result is printed");

    PredictCommand() {
        super("[OPTIONS] --before DIR --after DIR | --since REV [CONTEXT]", Arity.atMost(1));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "UNKNOWN is a step that depends on what another step produces, which only running that step can tell.",
                "Exit code: 0, 2 where a state cannot be read or its Dockerfile cannot be built.");
    }

    @Override
    public int run(List<String> arguments, Console console) {
        if (since.isGiven()) {
            print(predictSince(Path.of(arguments.isEmpty() ? "." : arguments.get(0)), console), console);
            return ExitCode.OK;
        }
        if (!arguments.isEmpty()) {
            throw new Failure(
                    "'" + arguments.get(0) + "': a context belongs to --since; --before and --after name folders");
        }
        Path then = Path.of(required(before, "--before"));
        Path now = Path.of(required(after, "--after"));
        Optional<Path> cacheFolder = CacheFolder.path(console.environment());
        DigestCache cache = cacheFolder.map(DigestCache::in).orElseGet(DigestCache::none);
        PlannedBuild planThen = plan(
                project(then, beforeFile.or(file.or("Dockerfile")), folders(contexts, beforeContexts)),
                values(console, buildArgs, beforeArgs),
                cache);
        PlannedBuild planNow =
                plan(project(now, file.or("Dockerfile"), folders(contexts)), values(console, buildArgs), cache);
        Prediction prediction;
        try {
            prediction = Prediction.of(cacheModel(), planThen, planNow);
        } catch (IOException e) {
            throw new Failure(Unreadable.because("build context", e));
        }
        warn(planThen, then, console);
        warn(planNow, now, console);
        print(prediction, console);
        cacheFolder.ifPresent(folder -> save(cache, folder, console));
        return ExitCode.OK;
    }

    private CacheModel cacheModel() {
        return CacheModel.valueOf(model.or("buildkit").toUpperCase(Locale.ROOT));
    }

    private void print(Prediction prediction, Console console) {
        if (format.or("text").equals("json")) {
            PredictJson.write(prediction, console.out());
        } else {
            PredictText.write(prediction, console.out());
        }
    }

    /** What was not committed yet does not count. */
    private Prediction predictSince(Path context, Console console) {
        String name = file.or("Dockerfile");
        try (GitRepository repository = GitRepository.open(context)) {
            String path = repository.pathOf(repository.isBare() ? Path.of(name) : context.resolve(name));
            BuildOptions options = options(values(console, buildArgs));
            return Prediction.of(
                    cacheModel(),
                    RevisionBuild.of(repository, since.or(""), path, options),
                    RevisionBuild.of(repository, "HEAD", path, options));
        } catch (HistoryException | IOException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        } catch (PlanException e) {
            throw new Failure(name + ":" + e.line() + ": " + e.getMessage());
        }
    }

    private static String required(Text flag, String name) {
        return flag.value()
                .orElseThrow(() -> new Failure("required flag " + name + " is missing; predict compares two folders"));
    }

    private static Map<String, Path> folders(Texts... sources) {
        Map<String, Path> folders = new LinkedHashMap<>();
        for (Texts source : sources) {
            for (String text : source.values()) {
                KeyValue pair = KeyValue.parse(text);
                folders.put(pair.key(), Path.of(pair.value()));
            }
        }
        return folders;
    }

    private static Map<String, String> values(Console console, Texts... sources) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Texts source : sources) {
            values.putAll(KeyValue.withEnvironment(source.values(), console.environment()));
        }
        return values;
    }

    private static Project project(Path folder, String name, Map<String, Path> named) {
        if (!Files.isDirectory(folder)) {
            throw new Failure(folder + (Files.exists(folder) ? ": this is not a folder" : ": there is no such folder"));
        }
        Path file = dockerfile(folder, name);
        named.forEach((context, path) -> {
            if (!Files.isDirectory(path)) {
                throw new Failure(path + ": build context " + context + " is not a folder");
            }
        });
        return new Project(folder, file, named);
    }

    /** What is there and cannot be read is found out by reading it. */
    private static Path dockerfile(Path folder, String name) {
        for (Path file : List.of(folder.resolve(name), Path.of(name))) {
            Path found = Project.dockerfile(file);
            if (Files.exists(found) && !Files.isRegularFile(found)) {
                throw new Failure(
                        found + (Files.isDirectory(found) ? ": this is a folder" : ": this is no regular file"));
            }
            if (!Files.notExists(found)) {
                return found;
            }
        }
        throw new Failure(folder.resolve(name) + ": there is no such Dockerfile; -f names another one");
    }

    private PlannedBuild plan(Project project, Map<String, String> arguments, DigestCache cache) {
        try {
            return project.plan(options(arguments), cache);
        } catch (PlanException e) {
            String where = e.line() > 0
                    ? project.dockerfile() + ":" + e.line()
                    : project.dockerfile().toString();
            throw new Failure(where + ": " + e.getMessage());
        } catch (IOException e) {
            throw new Failure(Unreadable.because(
                    e instanceof FileSystemException failure && failure.getFile() != null
                            ? failure.getFile()
                            : project.context().toString(),
                    e));
        }
    }

    private BuildOptions options(Map<String, String> arguments) {
        BuildOptions options = BuildOptions.defaults().withBuildArgs(arguments);
        if (!target.or("").isEmpty()) {
            options = options.withTarget(target.or(""));
        }
        try {
            return platform.or("").isEmpty() ? options : options.withPlatform(Platform.parse(platform.or("")));
        } catch (IllegalArgumentException e) {
            throw new Failure("--platform: " + e.getMessage());
        }
    }

    private static void warn(PlannedBuild build, Path folder, Console console) {
        build.contexts()
                .byName()
                .values()
                .forEach(context -> context.problems()
                        .forEach(problem -> console.err()
                                .println("varve: warning: " + folder.resolve(problem.path()) + ": "
                                        + problem.message())));
    }

    /** What is known of files only makes the next time faster. */
    private static void save(DigestCache cache, Path folder, Console console) {
        try {
            cache.save();
        } catch (IOException e) {
            console.err()
                    .println("varve: warning: digests are not kept for the next time: "
                            + Unreadable.because(folder.toString(), e));
        }
    }
}
