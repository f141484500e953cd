package dev.varve.rules.cache;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of a Dockerfile in a sentence. */
final class Lines {
    private Lines() {}

    /** {@code line 3}, {@code lines 3, 5}. */
    static String named(List<Integer> lines) {
        String all = lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return (lines.size() == 1 ? "line " : "lines ") + all;
    }
}
