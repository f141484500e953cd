package dev.varve.cli.command;

import java.util.List;

/**
 * A command in the list of its group, which is there without the command being made.
 *
 * @param summary one line
 * @param aliases other names within the group
 */
public record Entry(String name, String summary, List<String> aliases) {
    public Entry {
        aliases = List.copyOf(aliases);
    }

    public Entry(String name, String summary, String... aliases) {
        this(name, summary, List.of(aliases));
    }

    boolean isNamed(String word) {
        return name.equals(word) || aliases.contains(word);
    }
}
