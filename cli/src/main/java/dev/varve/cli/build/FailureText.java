package dev.varve.cli.build;

import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.engine.BuildFailedException;
import dev.varve.lint.report.Characters;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Why a build failed: the end of the output, the place in the Dockerfile, the message, and how to look around there. */
public final class FailureText {
    private static final int OUTPUT_LINES = 20;
    private static final int AROUND = 2;

    private FailureText() {}

    /** @return the exit code */
    static int print(BuildFailedException failure, ContextArgument context, Console console) {
        PrintWriter err = console.err();
        printOutput(failure, err);
        excerpt(failure, context, err);
        err.println("varve: " + Characters.visible(context.inWords(String.valueOf(failure.getMessage()))));
        failure.imageBefore()
                .ifPresent(image -> err.println(
                        "To look around in what was there before it: varve run -it --rm " + brief(image) + " sh"));
        return ExitCode.FAILED;
    }

    /** The end of what the process printed, where there was one that did. */
    public static void printOutput(BuildFailedException failure, PrintWriter err) {
        List<String> output = failure.output().lines().toList();
        if (!output.isEmpty()) {
            err.println("------");
            err.println(" > " + Characters.visible(failure.instruction()) + ":");
            output.subList(Math.max(0, output.size() - OUTPUT_LINES), output.size())
                    .forEach(err::println);
            err.println("------");
        }
    }

    private static String brief(String id) {
        return id.substring(0, "sha256:".length() + 12);
    }

    private static void excerpt(BuildFailedException failure, ContextArgument context, PrintWriter err) {
        List<String> lines = lines(Path.of(failure.file()));
        int line = failure.line();
        if (line < 1 || line > lines.size()) {
            return;
        }
        err.println(context.inWords(failure.file()) + ":" + line);
        err.println("--------------------");
        for (int i = Math.max(1, line - AROUND); i <= Math.min(lines.size(), line + AROUND); i++) {
            err.println("%4d | %s %s"
                    .formatted(i, i == line ? ">>>" : "   ", Characters.visible(lines.get(i - 1)))
                    .stripTrailing());
        }
        err.println("--------------------");
    }

    private static List<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
