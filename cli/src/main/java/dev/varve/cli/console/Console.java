package dev.varve.cli.console;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Map;

/**
 * What a command reads from and writes to.
 *
 * @param in standard input
 * @param raw standard output for what is no text; flush {@code out} before
 * @param out standard output
 * @param err standard error
 * @param rawErr standard error for what is no text; flush {@code err} before
 * @param environment the variables of the process
 */
public record Console(
        InputStream in,
        OutputStream raw,
        PrintWriter out,
        PrintWriter err,
        OutputStream rawErr,
        Terminal terminal,
        Map<String, String> environment) {
    private static final int USUAL_WIDTH = 80;

    public Console {
        environment = Map.copyOf(environment);
    }

    /** One without a terminal and without input, whose standard output takes text only. */
    public static Console of(PrintWriter out, PrintWriter err, Map<String, String> environment) {
        return new Console(
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                out,
                err,
                OutputStream.nullOutputStream(),
                Terminal.NONE,
                environment);
    }

    /** The columns of a line: {@code COLUMNS}, or 80. */
    public int width() {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }
}
