package dev.varve.cli.lint;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.LookCommand;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Texts;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Colour;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failure;
import dev.varve.lint.LintedFile;
import dev.varve.lint.Rules;
import dev.varve.lint.Severity;
import dev.varve.lint.report.LintReport;
import dev.varve.lint.report.ReportFormat;
import dev.varve.lint.report.TextFormat;
import dev.varve.plan.CacheModel;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code varve lint}. */
final class LintCommand extends LookCommand {
    private static final String TEXT = "text";

    private final Text format = flags.choice("--format", formats(), "How findings are written (default \"text\")");
    private final Text output = flags.text("-o, --output", "file", "Write the findings to a file");
    private final Text config = flags.text(
            "-c, --config", "file", "The configuration, instead of the nearest .varve.yaml or .hadolint.yaml");
    private final Texts select = flags.texts("--select", "rule", "Run only these rules");
    private final Texts ignore = flags.texts("--ignore", "rule", "Do not run these rules");
    private final Text threshold = flags.choice(
            "--severity-threshold",
            List.of("error", "warning", "info", "style", "none"),
            "The least severity that fails (default \"info\")");
    private final Text context =
            flags.text("--context", "dir", "The build context; otherwise the nearest folder that has what is copied");
    private final Text model = flags.choice("--model", List.of("buildkit", "classic"), "Whose layer cache builds meet");
    private final Text history = flags.text(
                    "--history", "commits", "Measure what cache rules find by the last commits of the repository")
            .checked(LintCommand::checkNumber);
    private final Text shellcheck = flags.text(
            "--shellcheck", "auto|off|path", "Look at the shell in RUN with ShellCheck, where it is installed");
    private final Toggle fix = flags.toggle("--fix", "Mend what can be mended without changing the image");
    private final Toggle fixUnsafe =
            flags.toggle("--fix-unsafe", "Mend what can be mended, even if the image may change");
    private final Toggle verify =
            flags.toggle("--verify", "With --fix: build before and after, and write nothing where the images differ");
    private final Toggle diff = flags.toggle("--diff", "Show what fixing would change, and change nothing");
    private final Toggle listRules = flags.toggle("--list-rules", "List the rules");
    private final Text explain = flags.text("--explain", "rule", "Show the page of a rule");
    private final Toggle testRules =
            flags.toggle("--test-rules", "Test the rules of the configuration by their examples");
    private final Toggle unused = flags.toggle("--report-unused-ignores", "Tell comments that ignore nothing");
    private final Text jobs = flags.text("-j, --jobs", "number", "How many files are linted at once")
            .checked(LintCommand::checkNumber);
    private final Toggle noColor = flags.toggle("--no-color", "Write without colours");

    LintCommand() {
        super("[OPTIONS] [PATH...]", Arity.ANY);
    }

    private static List<String> formats() {
        List<String> names = new ArrayList<>(List.of(TEXT));
        names.addAll(ReportFormat.NAMES);
        return names;
    }

    private static void checkNumber(String value) {
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("expected a number from 1 to 9999");
        }
    }

    @Override
    public List<String> notes() {
        return List.of(
                "PATH is a file, a folder that is searched for Dockerfiles, or '-' for standard input (default \".\").",
                "Exit code: 0, 1 where something at or above the threshold is found, 2 where the work could not be done.");
    }

    @Override
    public int run(List<String> paths, Console console) throws IOException, InterruptedException {
        RuleBook book = RuleBook.open(config.value().map(Path::of), Path.of(""));
        if (explain.isGiven()) {
            return RuleListing.explain(book.rules(), explain.or(""), console);
        }
        if (listRules.isOn()) {
            return RuleListing.list(book.rules(), format.or(TEXT), console);
        }
        if (testRules.isOn()) {
            return RuleListing.test(book, console);
        }
        return lint(paths.isEmpty() ? List.of(".") : paths, book, console);
    }

    private int lint(List<String> paths, RuleBook book, Console console) throws IOException, InterruptedException {
        Choices choices = new Choices(
                names(select, book.rules(), "--select"),
                names(ignore, book.rules(), "--ignore"),
                model.value().map(name -> CacheModel.valueOf(name.toUpperCase(Locale.ROOT))),
                shellcheck.value());
        Optional<Past> past = history.value().map(Integer::parseInt).map(Past::new);
        Linting linting =
                new Linting(book, choices, context.value().map(LintCommand::folder), past, console.environment());
        Inputs inputs = Inputs.of(paths, linting, console);
        int code = inputs.isComplete() ? ExitCode.OK : ExitCode.NOT_DONE;
        Progress progress = new Progress(console, inputs.files().size());
        List<LintedFile> linted = linting.lint(inputs.files(), jobs.value().map(Integer::parseInt), progress);
        if (fix.isOn() || fixUnsafe.isOn() || diff.isOn()) {
            Fixing fixing = new Fixing(linting, fixUnsafe.isOn(), diff.isOn(), verify.isOn(), console);
            code = Math.max(code, fixing.fix(inputs.files()));
            if (diff.isOn()) {
                return Math.max(code, verdict(linted, book));
            }
            linted = linting.lint(inputs.files(), jobs.value().map(Integer::parseInt), progress);
        }
        past.map(Past::notes).orElse(Set.of()).forEach(note -> console.err().println("varve: " + note));
        write(new LintReport(told(linted, book), version(), book::summary), console);
        return Math.max(code, verdict(linted, book));
    }

    private List<LintedFile> told(List<LintedFile> linted, RuleBook book) {
        return unused.isOn() || book.main().reportUnusedIgnores()
                ? linted
                : linted.stream().map(LintedFile::withoutUnusedIgnores).toList();
    }

    private static String version() {
        return Optional.ofNullable(LintCommand.class.getPackage().getImplementationVersion())
                .orElse("0.0.0");
    }

    private static Path folder(String name) {
        Path path = Path.of(name);
        if (!Files.isDirectory(path)) {
            throw new Failure(name + (Files.exists(path) ? ": this is not a folder" : ": there is no such folder"));
        }
        return path;
    }

    /** Names may be separated by commas; those of ShellCheck's own are taken as they are. */
    private static List<String> names(Texts flag, Rules rules, String spelling) {
        List<String> names = new ArrayList<>();
        for (String value : flag.values()) {
            for (String name : value.split(",")) {
                if (rules.find(name.trim()).isEmpty() && !name.trim().matches("(?i)SC\\d{4}|shellcheck")) {
                    throw new Failure(
                            spelling + ": there is no rule " + name.trim() + RuleListing.nearest(rules, name.trim())
                                    + "; varve lint --list-rules shows those there are");
                }
                names.add(name.trim());
            }
        }
        return names;
    }

    private int verdict(List<LintedFile> linted, RuleBook book) {
        String least = threshold
                .value()
                .or(() -> book.main().configuration().threshold().map(Severity::label))
                .orElse("info");
        if (least.equals("none")) {
            return ExitCode.OK;
        }
        Severity fails = Severity.valueOf(least.toUpperCase(Locale.ROOT));
        boolean found = linted.stream()
                .flatMap(file -> file.findings().stream())
                .anyMatch(finding -> finding.severity().reaches(fails));
        return found ? ExitCode.FOUND : ExitCode.OK;
    }

    private void write(LintReport report, Console console) throws IOException {
        boolean coloured =
                !noColor.isOn() && !output.isGiven() && console.terminal().out() && Colour.isWanted();
        String name = format.or(TEXT);
        ReportFormat chosen = ReportFormat.named(name).orElseGet(() -> new TextFormat(coloured));
        if (output.isGiven()) {
            try (Writer file = Files.newBufferedWriter(Path.of(output.or("")))) {
                chosen.write(report, file);
            }
        } else {
            chosen.write(report, console.out());
        }
    }
}
