package dev.varve.cli;

import dev.varve.dockerfile.Diagnostic;
import dev.varve.dockerfile.Dockerfile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code varve parse}. */
@Command(
        name = "parse",
        description = "Prints the tree of Dockerfiles as BuildKit reads them.",
        footer = {"", "Exit code: 0, 1 where a file has an error, 2 where a file cannot be read."})
final class ParseCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Dockerfiles; - is standard input.")
    @SuppressWarnings("NullAway.Init")
    private List<String> files;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}: a tree to read, or one JSON document a file and line.")
    private Format format = Format.text;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        int code = ExitCode.OK;
        for (String file : files) {
            code = Math.max(code, parse(file));
        }
        return code;
    }

    /** A file that cannot be read does not keep the others from being parsed. */
    private int parse(String file) {
        PrintWriter err = spec.commandLine().getErr();
        Dockerfile dockerfile;
        try {
            dockerfile = file.equals(STANDARD_INPUT)
                    ? Dockerfile.parse("<stdin>", System.in.readAllBytes())
                    : Dockerfile.parse(file, Files.readAllBytes(Path.of(file)));
        } catch (IOException | InvalidPathException e) {
            err.println("varve: " + Unreadable.because(file, e));
            return ExitCode.FAILED;
        }
        print(dockerfile, err);
        return dockerfile.hasErrors() ? ExitCode.FOUND : ExitCode.OK;
    }

    private void print(Dockerfile dockerfile, PrintWriter err) {
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case json -> ParseJson.write(dockerfile, files.size() > 1, out);
            case text -> {
                if (files.size() > 1) {
                    out.println(dockerfile.file());
                }
                ParseText.write(dockerfile, out);
                out.flush();
                for (Diagnostic diagnostic : dockerfile.diagnostics()) {
                    err.println(diagnostic);
                }
            }
        }
    }
}
