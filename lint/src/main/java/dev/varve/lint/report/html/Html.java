package dev.varve.lint.report.html;

/** A page as it is written. */
final class Html {
    private static final String HOLE = "{}";

    private final StringBuilder out = new StringBuilder();

    /**
     * Adds a fragment.
     *
     * @param fragment markup of ours, with {@code {}} between tags and in quoted attributes for what is not
     * @param values what goes there, in this order; it is escaped
     */
    Html put(String fragment, Object... values) {
        int from = 0;
        for (Object value : values) {
            int hole = fragment.indexOf(HOLE, from);
            if (hole < 0) {
                throw new IllegalArgumentException("fewer holes than values: " + fragment);
            }
            out.append(fragment, from, hole).append(Shown.escaped(value.toString()));
            from = hole + HOLE.length();
        }
        out.append(fragment, from, fragment.length());
        return this;
    }

    /** Adds what is known to be safe where it stands. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
