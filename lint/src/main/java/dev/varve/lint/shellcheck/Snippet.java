package dev.varve.lint.shellcheck;

import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Env;
import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.MappedText;
import dev.varve.dockerfile.OnBuild;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.SourceRange;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.shell.Script;
import dev.varve.lint.shell.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The script of a RUN as ShellCheck gets it: behind a line that names the shell and one that sets what ENV and ARG set, so that
 * it does not take their variables for misspelt ones.
 */
record Snippet(Dockerfile file, String shell, Set<String> variables, MappedText script) {
    private static final int LINES_ABOVE = 2;
    private static final Set<String> PREDEFINED = Set.of(
            "PATH",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "FTP_PROXY",
            "NO_PROXY",
            "ALL_PROXY",
            "http_proxy",
            "https_proxy",
            "ftp_proxy",
            "no_proxy",
            "all_proxy");

    static Stream<Snippet> in(Dockerfile file) {
        Scripts scripts = new Scripts(file);
        List<Snippet> snippets = new ArrayList<>();
        for (Stage stage : file.stages()) {
            Set<String> variables = new TreeSet<>(PREDEFINED);
            for (Instruction instruction : stage.instructions()) {
                Instruction acting = instruction instanceof OnBuild onBuild ? onBuild.trigger() : instruction;
                if (acting instanceof Env env) {
                    env.assignments()
                            .forEach(
                                    assignment -> variables.add(assignment.key().text()));
                } else if (acting instanceof Arg arg) {
                    arg.declarations().forEach(declaration -> variables.add(declaration.name()));
                } else if (acting instanceof Run run && run.syntax().form() == Form.SHELL) {
                    Script script = scripts.script(instruction);
                    program(script)
                            .forEach(shell ->
                                    snippets.add(new Snippet(file, shell, Set.copyOf(variables), script.source())));
                }
            }
        }
        return snippets.stream();
    }

    private static Stream<String> program(Script script) {
        return switch (script.shell()) {
            case POSIX -> Stream.of("sh");
            case BASH -> Stream.of("bash");
            case KSH -> Stream.of("ksh");
            default -> Stream.empty();
        };
    }

    String text() {
        StringBuilder text = new StringBuilder("#!/bin/" + shell + "\nexport");
        variables.stream()
                .filter(name -> name.matches("[A-Za-z_][A-Za-z0-9_]*"))
                .sorted()
                .forEach(name -> text.append(' ').append(name).append("=1"));
        return text.append('\n').append(script.text()).append('\n').toString();
    }

    /**
     * Where in the Dockerfile a range of the text is.
     *
     * @throws IndexOutOfBoundsException if the text has no such range
     */
    SourceRange range(long line, long column, long endLine, long endColumn) {
        int start = index(line, column);
        int end = index(endLine, endColumn);
        return start < end ? script.range(start, end) : new SourceRange(script.offset(start), script.offset(start));
    }

    /** Lines and columns count from 1, columns in characters. */
    private int index(long line, long column) {
        String text = script.text();
        int start = 0;
        for (long at = LINES_ABOVE + 1L; at < line; at++) {
            start = text.indexOf('\n', start) + 1;
        }
        if (line <= LINES_ABOVE) {
            throw new IndexOutOfBoundsException("line " + line + " is above the script");
        }
        return text.offsetByCodePoints(start, (int) column - 1);
    }

    /** Whether a line is above the script. */
    static boolean isAbove(long line) {
        return line <= LINES_ABOVE;
    }
}
