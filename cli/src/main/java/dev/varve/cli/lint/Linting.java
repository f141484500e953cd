package dev.varve.cli.lint;

import dev.varve.cli.console.Unreadable;
import dev.varve.context.DockerIgnore;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.lint.ContextFolder;
import dev.varve.lint.Finding;
import dev.varve.lint.LintedFile;
import dev.varve.lint.Linter;
import dev.varve.lint.config.LintConfig;
import dev.varve.lint.history.MeasuredFindings;
import dev.varve.lint.search.ContextGuess;
import dev.varve.lint.shellcheck.ShellCheck;
import dev.varve.plan.CacheModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** Lints files, each with the configuration of its folder. */
final class Linting {
    private static final int FILES_AT_ONCE = 16;

    private final RuleBook book;
    private final Choices choices;
    private final Optional<Path> context;
    private final Optional<ShellCheck> shellcheck;
    private final StoredImages images;
    private final Optional<Past> past;
    private final ContextGuess guess = new ContextGuess();
    private final IdentityHashMap<LintConfig, Linter> linters = new IdentityHashMap<>();

    Linting(
            RuleBook book,
            Choices choices,
            Optional<Path> context,
            Optional<Past> past,
            Map<String, String> environment) {
        this.book = book;
        this.choices = choices;
        this.context = context;
        this.images = new StoredImages(environment);
        this.past = past;
        String program = choices.shellcheck().orElse(book.main().shellcheck());
        this.shellcheck = switch (program) {
            case "auto" -> ShellCheck.installed(environment);
            case "off" -> Optional.empty();
            default -> Optional.of(new ShellCheck(program));
        };
    }

    /** Does something with the linter of a file, which knows the past where that is looked at. */
    <T> T with(Input input, Dockerfile dockerfile, Optional<ContextFolder> folder, Use<T> use) throws IOException {
        Linter linter = linter(input);
        if (past.isEmpty()) {
            return use.of(linter, Optional.empty());
        }
        CacheModel model = book.in(input.folder()).configuration().settings().model();
        return past.get()
                .of(
                        input,
                        dockerfile,
                        folder,
                        choices.model().orElse(model),
                        measured -> use.of(
                                measured.map(known -> linter.with(known.heat())).orElse(linter), measured));
    }

    /** What is done with a linter, and what the past shows. */
    @FunctionalInterface
    interface Use<T> {
        T of(Linter linter, Optional<MeasuredFindings> past);
    }

    private synchronized Linter linter(Input input) throws IOException {
        LintConfig config = book.in(input.folder());
        return linters.computeIfAbsent(
                config, key -> new Linter(book.with(config), choices.on(config.configuration()), images));
    }

    /** The folder that a file is built with. */
    Optional<ContextFolder> context(Input input, Dockerfile dockerfile) {
        if (context.isPresent()) {
            Path file = input.path().orElse(context.get().resolve("Dockerfile"));
            return Optional.of(guess.given(context.get(), file));
        }
        return input.path().flatMap(file -> guess.of(file, dockerfile));
    }

    /** What the configuration of a folder says is not to be linted. */
    Predicate<Path> exclusion(Path folder) throws IOException {
        List<String> globs = book.in(folder).exclude();
        if (globs.isEmpty()) {
            return path -> false;
        }
        DockerIgnore excluded = DockerIgnore.parse(String.join("\n", globs));
        return path -> excluded.excludes(folder.relativize(path).toString().replace('\\', '/'));
    }

    /**
     * Lints files, several at once.
     *
     * @throws IOException where one cannot be read, or ShellCheck cannot be run
     */
    List<LintedFile> lint(List<Input> inputs, Optional<Integer> jobs, Progress progress)
            throws IOException, InterruptedException {
        if (inputs.size() == 1) {
            return lint(inputs);
        }
        ExecutorService pool =
                Executors.newFixedThreadPool(jobs.orElse(Runtime.getRuntime().availableProcessors()));
        try {
            List<Future<List<LintedFile>>> futures = new ArrayList<>();
            for (int from = 0; from < inputs.size(); from += FILES_AT_ONCE) {
                List<Input> some = inputs.subList(from, Math.min(inputs.size(), from + FILES_AT_ONCE));
                futures.add(pool.submit(() -> lint(some)));
            }
            List<LintedFile> linted = new ArrayList<>();
            for (Future<List<LintedFile>> future : futures) {
                linted.addAll(future.get());
                progress.at(linted.size());
            }
            return linted;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** ShellCheck takes longer to start than to look at a script, so it looks at those of some files at once. */
    private List<LintedFile> lint(List<Input> inputs) throws IOException, InterruptedException {
        List<Dockerfile> dockerfiles = new ArrayList<>();
        for (Input input : inputs) {
            dockerfiles.add(read(input));
        }
        Map<Dockerfile, List<Finding>> more =
                shellcheck.isPresent() ? shellcheck.get().check(dockerfiles) : Map.of();
        List<LintedFile> linted = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            Dockerfile dockerfile = dockerfiles.get(i);
            Optional<ContextFolder> folder = context(input, dockerfile);
            List<Finding> others = more.getOrDefault(dockerfile, List.of());
            linted.add(with(input, dockerfile, folder, (linter, measured) -> {
                LintedFile found = linter.lint(dockerfile, folder, others);
                return measured.map(known -> known.measured(found)).orElse(found);
            }));
        }
        return linted;
    }

    private static Dockerfile read(Input input) throws IOException {
        try {
            return input.read();
        } catch (IOException e) {
            throw new IOException(
                    Unreadable.because(input.path().map(Path::toString).orElse("-"), e), e);
        }
    }
}
