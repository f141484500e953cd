package dev.varve.cli.build;

import dev.varve.cli.build.Vertex.State;
import dev.varve.cli.console.Colour;
import dev.varve.cli.console.LiveLines;
import dev.varve.cli.console.TerminalSize;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The steps with how long they have taken, and the last lines of those that run, drawn anew ten times a second. */
final class LiveDisplay implements Display {
    private static final int FRAME_MILLIS = 100;

    private final LiveLines lines;
    private final boolean coloured;
    private final long start = System.nanoTime();
    private final List<Vertex> vertices = new ArrayList<>();
    private final Map<Vertex, List<String>> details = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final Thread ticker = new Thread(this::tick, "varve progress");
    private int total;
    private boolean finished;
    private boolean closed;

    LiveDisplay(PrintWriter out, Supplier<TerminalSize> size, boolean coloured) {
        this.lines = new LiveLines(out, size);
        this.coloured = coloured;
        ticker.setDaemon(true);
        ticker.start();
    }

    /** One on the terminal of this process. */
    static LiveDisplay on(PrintWriter out, boolean coloured) {
        return new LiveDisplay(out, TerminalSize::current, coloured);
    }

    private void tick() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                draw();
                Thread.sleep(FRAME_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void started(Vertex vertex) {
        vertices.add(vertex);
    }

    @Override
    public synchronized void detail(Vertex vertex, String text) {
        details.computeIfAbsent(vertex, key -> new ArrayList<>()).add(text);
    }

    @Override
    public synchronized void warning(String message) {
        warnings.add("varve: warning: " + message);
    }

    @Override
    public synchronized void total(int steps) {
        total = steps;
    }

    private synchronized void draw() {
        if (closed) {
            return;
        }
        List<String> shown = new ArrayList<>();
        shown.add(heading());
        int width = lines.size().columns();
        for (Vertex vertex : vertices) {
            shown.add(row(vertex, width));
            details.getOrDefault(vertex, List.of())
                    .forEach(text -> shown.add(painted(vertex.state(), " => => " + text)));
            if (vertex.state() == State.RUNNING || vertex.state() == State.FAILED) {
                vertex.lastLines().forEach(line -> shown.add(faint(" => => # " + line)));
            }
        }
        lines.draw(warnings, shown);
        warnings.clear();
    }

    private String heading() {
        long done = vertices.stream()
                .filter(vertex -> vertex.state() != State.RUNNING)
                .count();
        String time = PlainDisplay.seconds(Duration.ofNanos(System.nanoTime() - start), 1);
        String end = finished ? " FINISHED" : "";
        return "[+] Building " + time + "s (" + done + "/" + Math.max(total, vertices.size()) + ")" + end;
    }

    private String row(Vertex vertex, int width) {
        String time = PlainDisplay.seconds(vertex.time(), 1) + "s";
        String word = switch (vertex.state()) {
            case CACHED -> "CACHED ";
            case FAILED -> "ERROR ";
            case CANCELED -> "CANCELED ";
            case RUNNING, DONE -> "";
        };
        String left = " => " + word + vertex.name();
        int room = Math.max(10, width - time.length() - 1);
        String cut = left.codePointCount(0, left.length()) > room
                ? left.substring(0, left.offsetByCodePoints(0, room - 1)) + "…"
                : left + " ".repeat(room - left.codePointCount(0, left.length()));
        return painted(vertex.state(), cut + " " + time);
    }

    private String painted(State state, String line) {
        return switch (state) {
            case RUNNING -> line;
            case DONE, CACHED -> paint("34", line);
            case FAILED -> paint("31", line);
            case CANCELED -> paint("33", line);
        };
    }

    private String faint(String line) {
        return paint("2", line);
    }

    private String paint(String code, String line) {
        return coloured && Colour.isWanted() ? "\u001b[" + code + "m" + line + "\u001b[0m" : line;
    }

    @Override
    public void close() {
        ticker.interrupt();
        synchronized (this) {
            finished = true;
            draw();
            closed = true;
            lines.close();
        }
    }
}
