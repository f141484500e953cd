package dev.varve.cli.report;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.LookCommand;
import dev.varve.cli.command.Text;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failure;
import dev.varve.engine.Engine;
import dev.varve.layer.waste.ImageLayers;
import dev.varve.lint.history.HistoryReplay;
import dev.varve.lint.history.ReplayReport;
import dev.varve.lint.history.git.GitRepository;
import dev.varve.lint.history.git.HistoryException;
import dev.varve.lint.history.replay.ReplayOptions;
import dev.varve.lint.history.replay.Totals;
import dev.varve.lint.report.html.HtmlReport;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.PlanException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code varve report}. */
final class ReportCommand extends LookCommand {
    private final Text file = flags.text(
            "-f, --file",
            "file",
            "The Dockerfile (default \"Dockerfile\" in the context); of a bare repository, its path");
    private final Text format =
            flags.choice("--format", List.of("text", "html", "markdown", "json"), "How the result is printed");
    private final Text output = flags.text("-o, --output", "file", "Where it is written; standard output if not given");
    private final Text compare =
            flags.text("--compare", "base..head", "Compare the Dockerfiles of two commits over the same history");
    private final Text failOn = flags.text(
                    "--fail-on", "expression", "Fail where the comparison comes to this, such as 'hit-rate<-2%'")
            .checked(Gate::parse);
    private final Text repos = flags.text(
            "--repos",
            "file",
            "Several repositories, a line each with its path and perhaps its Dockerfile's, as one table");
    private final ImageFlags image = new ImageFlags(flags);
    private final ReportFlags history = new ReportFlags(flags);

    ReportCommand() {
        super("[OPTIONS] [CONTEXT]", Arity.atMost(1));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "CONTEXT is a folder of a git work tree, or a bare repository. Nothing is built and nothing is checked out.",
                "Times marked ~ are guesses by kind of command.",
                "Exit code: 0, 1 where --fail-on, --max-wasted or --dive-ci fail, 2 where it could not be done.");
    }

    @Override
    public int run(List<String> arguments, Console console) throws IOException {
        if (format.or("text").equals("html") && (repos.isGiven() || compare.isGiven())) {
            throw new Failure("--format html shows the past of one Dockerfile; --compare and --repos have the others");
        }
        if (image.image.isGiven() && (repos.isGiven() || compare.isGiven())) {
            throw new Failure("--image is looked at with the past of one Dockerfile, not with --compare or --repos");
        }
        ImageFlags.Judgement judgement = image.judgement();
        if (repos.isGiven()) {
            Fleet fleet = Fleet.of(Path.of(repos.or("")), history.range(), history.options(console.environment()));
            print(console, out -> fleet.write(format.or("text"), out));
            return fleet.failed() ? ExitCode.NOT_DONE : ExitCode.OK;
        }
        Path context = Path.of(arguments.isEmpty() ? "." : arguments.get(0));
        if (!Files.isDirectory(context)) {
            throw new Failure(context + ": there is no such folder");
        }
        if (failOn.isGiven() && !compare.isGiven()) {
            throw new Failure("--fail-on judges a comparison; --compare BASE..HEAD names it");
        }
        try (GitRepository repository = GitRepository.open(context)) {
            return run(repository, context, judgement, console);
        } catch (HistoryException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    private int run(GitRepository repository, Path context, ImageFlags.Judgement judgement, Console console)
            throws HistoryException, IOException {
        String dockerfile = dockerfile(repository, context);
        try {
            if (compare.isGiven()) {
                return compare(repository, dockerfile, console);
            }
            ReplayOptions options = history.options(console.environment());
            HistoryReplay replay = HistoryReplay.of(repository, dockerfile, history.range(), options);
            ReplayReport report = replay.report(replay.variants());
            if (!image.image.isGiven()) {
                write(report, Optional.empty(), console);
                return ExitCode.OK;
            }
            BuiltImage built = built(report, options.build(), console);
            write(report.withNotes(built.notes()), Optional.of(built.layers()), console);
            List<String> reasons = judgement.reasons(built.layers());
            reasons.forEach(reason -> console.err().println("varve: " + reason));
            return reasons.isEmpty() ? ExitCode.OK : ExitCode.FOUND;
        } catch (PlanException e) {
            throw new Failure(dockerfile + ":" + e.line() + ": " + e.getMessage());
        }
    }

    private BuiltImage built(ReplayReport report, BuildOptions options, Console console)
            throws IOException, PlanException {
        try (Engine engine = Engine.open(console.environment())) {
            return BuiltImage.of(image.image.or(""), report, options, engine);
        }
    }

    private String dockerfile(GitRepository repository, Path context) throws HistoryException {
        if (repository.isBare()) {
            return repository.pathOf(Path.of(file.or("Dockerfile")));
        }
        if (!file.isGiven()) {
            return repository.pathOf(context.resolve("Dockerfile"));
        }
        Path given = Path.of(file.or(""));
        return repository.pathOf(Files.exists(given) ? given : context.resolve(given));
    }

    private int compare(GitRepository repository, String dockerfile, Console console)
            throws HistoryException, PlanException {
        String[] ends = compare.or("").split("\\.\\.\\.?", -1);
        if (ends.length != 2 || ends[0].isEmpty()) {
            throw new Failure("--compare: expected two revisions such as main..HEAD, not '" + compare.or("") + "'");
        }
        String head = ends[1].isEmpty() ? "HEAD" : ends[1];
        HistoryReplay replay = HistoryReplay.of(
                repository,
                dockerfile,
                history.branch.isGiven() ? history.range() : history.range().withBranch(head),
                history.options(console.environment()).asCommitted(false));
        Totals base = replay.totals(replay.at(ends[0]));
        Totals now = replay.totals(replay.at(head));
        List<String> reasons =
                failOn.value().map(text -> Gate.parse(text).reasons(base, now)).orElse(List.of());
        Comparison comparison = new Comparison(ends[0], head, base, now, reasons);
        print(console, out -> comparison.write(format.or("text"), out));
        reasons.forEach(reason -> console.err().println("varve: " + reason));
        return reasons.isEmpty() ? ExitCode.OK : ExitCode.FOUND;
    }

    private void write(ReplayReport report, Optional<ImageLayers> layers, Console console) {
        print(console, out -> {
            switch (format.or("text")) {
                case "json" -> ReportJson.write(report, layers, out);
                case "html" -> out.print(HtmlReport.page(report, layers));
                case "markdown" -> ReportMarkdown.write(report, layers, out);
                default -> ReportText.write(report, layers, out, console.width());
            }
        });
    }

    /** What is printed somewhere. */
    @FunctionalInterface
    private interface Printed {
        void to(PrintWriter out);
    }

    private void print(Console console, Printed what) {
        if (!output.isGiven()) {
            what.to(console.out());
            console.out().flush();
            return;
        }
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(output.or(""))))) {
            what.to(out);
        } catch (IOException e) {
            throw new Failure("--output " + output.or("") + ": it cannot be written: " + e.getMessage());
        }
    }
}
