package dev.varve.cli.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last lines of a terminal, which are drawn anew while something is under way. Each frame goes out in one piece and
 * overwrites the one before, line by line, so that nothing flickers.
 */
public final class LiveLines implements AutoCloseable {
    private static final String ESCAPE = "\u001b[";
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final long SIZE_IS_GOOD_FOR = 1_000_000_000L;

    private final PrintWriter out;
    private final Supplier<TerminalSize> terminal;
    private TerminalSize size;
    private long measured;
    private List<String> drawn = List.of();

    public LiveLines(PrintWriter out, Supplier<TerminalSize> terminal) {
        this.out = out;
        this.terminal = terminal;
        this.size = terminal.get();
        this.measured = System.nanoTime();
        out.print(ESCAPE + "?25l");
    }

    /** How much room there is; it changes with the window. */
    public TerminalSize size() {
        long now = System.nanoTime();
        if (now - measured > SIZE_IS_GOOD_FOR) {
            size = terminal.get();
            measured = now;
        }
        return size;
    }

    /** Replaces the lines that were drawn before. Those that are too long are cut, those that are too many left out at the top. */
    public void draw(List<String> lines) {
        draw(List.of(), lines);
    }

    /** The same, with lines above them that stay for good. */
    public void draw(List<String> permanent, List<String> lines) {
        List<String> shown = new ArrayList<>();
        for (String line : lines.subList(Math.max(0, lines.size() - size().rows() + 1), lines.size())) {
            shown.add(cut(line, size().columns()));
        }
        if (permanent.isEmpty() && shown.equals(drawn)) {
            return;
        }
        StringBuilder frame = new StringBuilder();
        if (!drawn.isEmpty()) {
            frame.append(ESCAPE).append(drawn.size()).append('A');
        }
        frame.append('\r');
        permanent.forEach(line -> frame.append(line).append(ESCAPE).append("K\n"));
        shown.forEach(line -> frame.append(line).append(ESCAPE).append("K\n"));
        frame.append(ESCAPE).append('J');
        out.print(frame);
        out.flush();
        drawn = shown;
    }

    /** The first columns of a line, in which colours take no room, and what else would move the cursor is a space. */
    static String cut(String line, int columns) {
        StringBuilder kept = new StringBuilder();
        int width = 0;
        boolean coloured = false;
        Matcher colour = COLOUR.matcher(line);
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            if (colour.region(i, line.length()).lookingAt()) {
                kept.append(colour.group());
                coloured = true;
                i = colour.end();
                continue;
            }
            if (width < columns) {
                kept.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
                width++;
            }
            i += Character.charCount(c);
        }
        return coloured ? kept + ESCAPE + "0m" : kept.toString();
    }

    /** Leaves what was drawn last as it is. */
    @Override
    public void close() {
        out.print(ESCAPE + "?25h");
        out.flush();
    }
}
