package dev.varve.cli.dockerfile;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.LookCommand;
import dev.varve.cli.command.Text;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Unreadable;
import dev.varve.dockerfile.Diagnostic;
import dev.varve.dockerfile.Dockerfile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** {@code varve parse}. */
final class ParseCommand extends LookCommand {
    private static final String STANDARD_INPUT = "-";

    private final Text format =
            flags.choice("--format", List.of("text", "json"), "A tree to read, or one JSON document a file and line");

    ParseCommand() {
        super("[OPTIONS] FILE [FILE...]", Arity.atLeast(1));
    }

    @Override
    public List<String> notes() {
        return List.of("'-' is standard input. Exit code: 0, 1 where a file has an error, 2 where one cannot be read.");
    }

    @Override
    public int run(List<String> files, Console console) {
        int code = ExitCode.OK;
        for (String file : files) {
            code = Math.max(code, parse(file, files.size() > 1, console));
        }
        return code;
    }

    /** A file that cannot be read does not keep the others from being parsed. */
    private int parse(String file, boolean several, Console console) {
        Dockerfile dockerfile;
        try {
            dockerfile = file.equals(STANDARD_INPUT)
                    ? Dockerfile.parse("<stdin>", console.in())
                    : Dockerfile.parse(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            console.err().println("varve: " + Unreadable.because(file, e));
            return ExitCode.NOT_DONE;
        }
        print(dockerfile, several, console);
        return dockerfile.hasErrors() ? ExitCode.FOUND : ExitCode.OK;
    }

    private void print(Dockerfile dockerfile, boolean several, Console console) {
        if (format.or("text").equals("json")) {
            ParseJson.write(dockerfile, several, console.out());
            return;
        }
        if (several) {
            console.out().println(dockerfile.file());
        }
        ParseText.write(dockerfile, console.out());
        console.out().flush();
        for (Diagnostic diagnostic : dockerfile.diagnostics()) {
            console.err().println(diagnostic);
        }
    }
}
