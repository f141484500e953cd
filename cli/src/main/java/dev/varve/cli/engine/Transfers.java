package dev.varve.cli.engine;

import dev.varve.cli.console.Console;
import dev.varve.cli.console.LiveLines;
import dev.varve.cli.console.TerminalSize;
import dev.varve.cli.format.HumanSize;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.registry.Progress;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows how layers come and go: a bar each on a terminal, else a line when one is done. */
public final class Transfers implements Progress, AutoCloseable {
    private static final int BAR = 40;
    private static final long FRAME = 100_000_000L;

    private final PrintWriter out;
    private final @Nullable LiveLines live;
    private final String verb;
    private final Map<Digest, String> lines = new LinkedHashMap<>();
    private long drawn;

    /** @param verb {@code Pull} or {@code Push}; then there are {@code Pulling} and {@code Pull complete} */
    public Transfers(String verb, Console console) {
        this.out = console.out();
        this.live = console.terminal().out() ? new LiveLines(out, TerminalSize::current) : null;
        this.verb = verb;
    }

    @Override
    public void present(Descriptor blob) {
        ended(blob, "Already exists");
    }

    @Override
    public void started(Descriptor blob) {
        if (live != null && isLayer(blob)) {
            show(blob, verb + "ing", true);
        }
    }

    @Override
    public void transferred(Descriptor blob, long bytes) {
        if (live != null && isLayer(blob)) {
            int full = (int) Math.min(BAR, blob.size() == 0 ? BAR : BAR * bytes / blob.size());
            String bar =
                    "[" + "=".repeat(full) + (full < BAR ? ">" : "") + " ".repeat(Math.max(0, BAR - full - 1)) + "]";
            show(blob, verb + "ing " + bar + "  " + HumanSize.of(bytes) + "/" + HumanSize.of(blob.size()), false);
        }
    }

    @Override
    public void finished(Descriptor blob) {
        ended(blob, verb + " complete");
    }

    private void ended(Descriptor blob, String how) {
        if (isLayer(blob)) {
            if (live == null) {
                print(blob.digest().shortened() + ": " + how);
            } else {
                show(blob, how, true);
            }
        }
    }

    private synchronized void print(String line) {
        out.println(line);
        out.flush();
    }

    private synchronized void show(Descriptor blob, String what, boolean now) {
        lines.put(blob.digest(), blob.digest().shortened() + ": " + what);
        if (now || System.nanoTime() - drawn > FRAME) {
            draw();
        }
    }

    private void draw() {
        if (live != null) {
            live.draw(List.copyOf(lines.values()));
            drawn = System.nanoTime();
        }
    }

    /** Configurations and manifests are too small to be told of. */
    private static boolean isLayer(Descriptor blob) {
        return blob.mediaType().contains("layer") || blob.mediaType().contains("rootfs.diff");
    }

    @Override
    public synchronized void close() {
        if (live != null) {
            draw();
            live.close();
        }
    }
}
