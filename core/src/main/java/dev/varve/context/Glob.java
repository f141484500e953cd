package dev.varve.context;

/**
 * Go's wildcard matching ({@code path.Match}, {@code filepath.Match}). It works on bytes because Go does: a star may end
 * inside a character, and a class then sees U+FFFD.
 */
final class Glob {
    private static final int NO_MATCH = -1;

    private final byte[] pattern;
    private final byte[] name;

    private Glob(byte[] pattern, byte[] name) {
        this.pattern = pattern;
        this.name = name;
    }

    /**
     * Whether the pattern covers the whole name.
     *
     * @param toTheEnd whether what follows the first mismatch is still checked: {@code path.Match} does,
     *     {@code filepath.Match} does not
     * @throws MalformedPatternException if what was looked at is malformed
     */
    static boolean match(byte[] pattern, byte[] name, boolean toTheEnd) {
        return new Glob(pattern, name).match(toTheEnd);
    }

    private boolean match(boolean toTheEnd) {
        int at = 0;
        int from = 0;
        while (at < pattern.length) {
            int start = afterStars(at);
            int end = chunkEnd(start);
            if (start > at && start == pattern.length) {
                return indexOfSlash(from) == name.length;
            }
            boolean last = end == pattern.length;
            int to = chunk(start, end, from);
            if (start > at) {
                int limit = indexOfSlash(from);
                for (int skipped = from; !accepted(to, last) && skipped < limit; skipped++) {
                    to = chunk(start, end, skipped + 1);
                }
            }
            if (!accepted(to, last)) {
                if (toTheEnd) {
                    check(end);
                }
                return false;
            }
            from = to;
            at = end;
        }
        return from == name.length;
    }

    private boolean accepted(int to, boolean last) {
        return to != NO_MATCH && (!last || to == name.length);
    }

    private void check(int at) {
        while (at < pattern.length) {
            int start = afterStars(at);
            at = chunkEnd(start);
            chunk(start, at, name.length);
        }
    }

    private int afterStars(int at) {
        while (at < pattern.length && pattern[at] == '*') {
            at++;
        }
        return at;
    }

    private int chunkEnd(int at) {
        boolean inClass = false;
        for (; at < pattern.length; at++) {
            switch (pattern[at]) {
                case '\\' -> at = Math.min(at + 1, pattern.length - 1);
                case '[' -> inClass = true;
                case ']' -> inClass = false;
                case '*' -> {
                    if (!inClass) {
                        return at;
                    }
                }
                default -> {}
            }
        }
        return at;
    }

    private int indexOfSlash(int at) {
        while (at < name.length && name[at] != '/') {
            at++;
        }
        return at;
    }

    /** Matches pattern[at, end), which has no star, at a place in the name; tells where it ends or {@link #NO_MATCH}. */
    private int chunk(int at, int end, int from) {
        boolean failed = false;
        while (at < end) {
            failed |= from >= name.length;
            byte c = pattern[at];
            if (c == '[') {
                int rune = failed ? 0 : Utf8.rune(name, from);
                from += failed ? 0 : Utf8.runeWidth(name, from);
                CharacterClass found = new CharacterClass(at + 1, end);
                failed |= !found.contains(rune);
                at = found.at;
            } else if (c == '?') {
                if (!failed) {
                    failed = name[from] == '/';
                    from += Utf8.runeWidth(name, from);
                }
                at++;
            } else {
                if (c == '\\' && ++at == end) {
                    throw new MalformedPatternException("nothing follows the \\");
                }
                if (!failed) {
                    failed = pattern[at] != name[from];
                    from++;
                }
                at++;
            }
        }
        return failed ? NO_MATCH : from;
    }

    private final class CharacterClass {
        private final int end;
        private int at;

        CharacterClass(int at, int end) {
            this.at = at;
            this.end = end;
        }

        boolean contains(int rune) {
            boolean negated = at < end && pattern[at] == '^';
            at += negated ? 1 : 0;
            boolean in = false;
            for (boolean first = true; first || pattern[at] != ']'; first = false) {
                int low = member();
                int high = low;
                if (pattern[at] == '-') {
                    at++;
                    high = member();
                }
                in |= low <= rune && rune <= high;
            }
            at++;
            return in != negated;
        }

        private int member() {
            if (at >= end || pattern[at] == '-' || pattern[at] == ']') {
                throw new MalformedPatternException("a character is missing in [ ]");
            }
            at += pattern[at] == '\\' ? 1 : 0;
            if (at >= end) {
                throw new MalformedPatternException("nothing follows the \\");
            }
            int rune = Utf8.rune(pattern, at);
            int width = Utf8.runeWidth(pattern, at);
            at += width;
            if (at >= end || (rune == Utf8.REPLACEMENT && width == 1)) {
                throw new MalformedPatternException("a [ is not closed");
            }
            return rune;
        }
    }
}
