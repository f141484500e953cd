package dev.varve.lint.movement;

import java.util.List;

/**
 * The words behind a command's name.
 *
 * @param all in order, flags among them
 */
record Words(List<String> all) {

    /** Those that are no flags. */
    List<String> operands() {
        return all.stream()
                .filter(word -> !word.startsWith("-") && !word.contains(">"))
                .toList();
    }

    /** Whether the operands begin with these. */
    boolean is(String... first) {
        List<String> operands = operands();
        return operands.size() >= first.length
                && operands.subList(0, first.length).equals(List.of(first));
    }

    /** Whether one of these flags is given. */
    boolean has(String... flags) {
        return List.of(flags).stream().anyMatch(all::contains);
    }
}
