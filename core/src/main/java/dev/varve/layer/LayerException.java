package dev.varve.layer;

import java.io.IOException;

/** A layer that cannot be what it says: damaged, cut short, compressed beyond all bounds, or made to do harm. */
public final class LayerException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 200;

    private final String archive;
    private final String entry;
    private final String problem;

    /**
     * @param archive what is being read, such as the path of its file
     * @param entry the entry as the archive names it; empty where the archive itself is wrong
     * @param problem what is wrong
     */
    public LayerException(String archive, String entry, String problem) {
        super(message(archive, entry, problem));
        this.archive = archive;
        this.entry = entry;
        this.problem = problem;
    }

    private static String message(String archive, String entry, String problem) {
        return "layer " + archive + (entry.isEmpty() ? "" : ", entry '" + shown(entry) + "'") + ": " + escaped(problem);
    }

    /** A name that comes from outside, so that it can neither flood nor steer a terminal. */
    static String shown(String name) {
        return name.length() > MOST_SHOWN ? escaped(name.substring(0, MOST_SHOWN)) + "…" : escaped(name);
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean printable =
                    !Character.isISOControl(c) && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
            out.append(printable ? Character.toString(c) : String.format("\\u%04x", c));
        });
        return out.toString();
    }

    public String archive() {
        return archive;
    }

    public String entry() {
        return entry;
    }

    public String problem() {
        return problem;
    }
}
