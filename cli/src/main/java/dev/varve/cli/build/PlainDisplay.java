package dev.varve.cli.build;

import dev.varve.lint.report.Characters;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line for everything that happens, as BuildKit's plain progress has it. */
final class PlainDisplay implements Display {
    private final PrintWriter out;
    private @Nullable Vertex current;

    PlainDisplay(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void started(Vertex vertex) {
        begin(vertex);
        out.flush();
    }

    /** Lines of different steps are told apart by their numbers, and by an empty line and the name again. */
    private void begin(Vertex vertex) {
        if (vertex != current) {
            if (current != null) {
                out.println();
            }
            out.println("#" + vertex.number() + " " + vertex.name());
            current = vertex;
        }
    }

    @Override
    public void line(Vertex vertex, String line) {
        begin(vertex);
        out.println("#" + vertex.number() + " " + seconds(vertex.time(), 3) + " " + line);
        out.flush();
    }

    @Override
    public void detail(Vertex vertex, String text) {
        begin(vertex);
        out.println("#" + vertex.number() + " " + text);
        out.flush();
    }

    @Override
    public void ended(Vertex vertex) {
        begin(vertex);
        String how = switch (vertex.state()) {
            case CACHED -> "CACHED";
            case FAILED -> "ERROR: " + Characters.visible(vertex.error());
            case CANCELED -> "CANCELED";
            case RUNNING, DONE -> "DONE " + seconds(vertex.time(), 1) + "s";
        };
        out.println("#" + vertex.number() + " " + how);
        out.flush();
    }

    @Override
    public void warning(String message) {
        out.println("varve: warning: " + Characters.visible(message));
        out.flush();
    }

    static String seconds(Duration time, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", time.toNanos() / 1e9);
    }
}
