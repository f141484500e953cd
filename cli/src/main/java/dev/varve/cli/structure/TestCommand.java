package dev.varve.cli.structure;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.LookCommand;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Texts;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Colour;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failure;
import dev.varve.cli.console.Unreadable;
import dev.varve.cli.engine.ImageNames;
import dev.varve.cli.engine.Transfers;
import dev.varve.engine.Engine;
import dev.varve.engine.Image;
import dev.varve.image.Platform;
import dev.varve.registry.Progress;
import dev.varve.structure.StructureCase;
import dev.varve.structure.StructureCases;
import dev.varve.structure.StructureResult;
import dev.varve.structure.StructureTests;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code varve test}. */
final class TestCommand extends LookCommand {
    private static final String TEXT = "text";
    private static final String JSON = "json";
    private static final String JUNIT = "junit";

    private final Text image = flags.text("-i, --image", "string", "The image to test, by name or id");
    private final Texts config =
            flags.texts("-c, --config", "stringArray", "A file of tests; may be given several times");
    private final Text output = flags.choice("-o, --output", List.of(TEXT, JSON, JUNIT), "How results are told");
    private final Text report =
            flags.text("--test-report", "string", "A file for the results instead of standard output (json, or junit)");
    private final Text suite = flags.text(
            "--junit-suite-name", "string", "What the suite is called (default: " + JunitReport.USUAL_NAME + ")");
    private final Toggle json = flags.toggle("-j, --json", "The same as --output json");
    private final Toggle pull = flags.toggle("--pull", "Pull the image before it is tested");
    private final Text platform =
            flags.text("--platform", "string", "Which of the image's platforms is pulled (default: this machine's)");
    private final Toggle quiet = flags.toggle("-q, --quiet", "Print nothing; the exit code tells");
    private final Toggle plain = flags.toggle("--no-color", "No colours");

    TestCommand() {
        super("--image IMAGE --config FILE [--config FILE...]", Arity.NONE);
        flags.text("-d, --driver", "string", "docker, which stands for containers of this engine")
                .checked(TestCommand::driver);
        flags.unsupported("there is no host driver here", "-f", "--force", "--metadata");
        flags.unsupported("VARVE_RUNTIME names an OCI runtime to run containers with", "--runtime");
        flags.unsupported("no container is kept", "--save");
        flags.unsupported(
                "'varve load' brings an image from a layout",
                "--image-from-oci-layout",
                "--default-image-tag",
                "--ignore-ref-annotation");
    }

    private static void driver(String name) {
        switch (name) {
            case "docker" -> {}
            case "tar" ->
                throw new IllegalArgumentException("there is no tar driver here: leave it out, for files are read"
                        + " without running anything anyway, and 'varve load' brings an image from an archive");
            case "host" -> throw new IllegalArgumentException("there is no host driver here: tests look at an image");
            default -> throw new IllegalArgumentException("expected docker");
        }
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Exit code: 0 where all tests pass, 1 where one fails or there is none, 2 where they cannot be run.");
    }

    @Override
    public int run(List<String> arguments, Console console) throws IOException, InterruptedException {
        try (Engine engine = Engine.open(console.environment())) {
            return run(engine, console);
        }
    }

    private int run(Engine engine, Console console) throws IOException, InterruptedException {
        StructureTests tests = StructureTests.read(files());
        Image tested = image(engine, console);
        if (report.value().isPresent()) {
            return withReport(report.value().get(), tests, engine, tested, console);
        }
        boolean coloured = console.terminal().out() && Colour.isWanted() && !plain.isOn();
        return test(tests, engine, tested, report(format(), quiet.isOn() ? silence() : console.out(), coloured));
    }

    private List<Path> files() {
        if (config.values().isEmpty()) {
            throw new Failure("required flag --config is missing; it names a file of tests");
        }
        List<Path> files = new ArrayList<>();
        for (String file : config.values()) {
            try {
                files.add(Path.of(file));
            } catch (InvalidPathException e) {
                throw new Failure(Unreadable.because(file, e));
            }
        }
        return files;
    }

    private Image image(Engine engine, Console console) throws IOException {
        String name = image.value()
                .orElseThrow(() -> new Failure("required flag --image is missing; it names the image to test"));
        if (!pull.isOn()) {
            return engine.image(name);
        }
        Platform wanted = platform.value().map(ImageNames::platform).orElseGet(Platform::host);
        String full = ImageNames.parse(name).toString();
        if (quiet.isOn() || report.isGiven() || !format().equals(TEXT)) {
            return engine.pull(full, wanted, Progress.NONE);
        }
        try (Transfers transfers = new Transfers("Pull", console)) {
            return engine.pull(full, wanted, transfers);
        }
    }

    private String format() {
        return json.isOn() ? JSON : output.or(TEXT);
    }

    private int withReport(String name, StructureTests tests, Engine engine, Image tested, Console console)
            throws IOException, InterruptedException {
        String format = format();
        if (format.equals(TEXT)) {
            console.err().println("varve: a report is no text; it is written as JSON");
            format = JSON;
        }
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(name), StandardCharsets.UTF_8))) {
            int code = test(tests, engine, tested, report(format, quiet.isOn() ? silence() : out, false));
            if (out.checkError()) {
                throw new IOException(name + ": the report cannot be written");
            }
            return code;
        }
    }

    private static PrintWriter silence() {
        return new PrintWriter(Writer.nullWriter());
    }

    private Report report(String format, PrintWriter out, boolean coloured) {
        return switch (format) {
            case JSON -> new JsonReport(out);
            case JUNIT -> new JunitReport(out, suite.or(JunitReport.USUAL_NAME));
            default -> new TextReport(out, coloured);
        };
    }

    private static int test(StructureTests tests, Engine engine, Image image, Report report)
            throws IOException, InterruptedException {
        List<StructureResult> results = new ArrayList<>();
        if (!tests.tests().isEmpty()) {
            try (StructureCases cases = tests.against(engine, image)) {
                for (StructureCase each : cases.list()) {
                    StructureResult result = each.execute();
                    results.add(result);
                    report.tell(each.file(), result);
                }
            }
        }
        Summary summary = Summary.of(results);
        report.end(summary, results);
        return summary.passed() ? ExitCode.OK : ExitCode.FOUND;
    }
}
