package dev.varve.cli.command;

import java.util.List;
import java.util.Optional;

/** Commands about one kind of thing: {@code varve image …}. */
public abstract class Group {
    private final String name;
    private final String summary;
    private final List<Entry> entries;

    protected Group(String name, String summary, List<Entry> entries) {
        this.name = name;
        this.summary = summary;
        this.entries = List.copyOf(entries);
    }

    /**
     * Makes the command.
     *
     * @param entry the name of one of the entries
     */
    protected abstract Command create(String entry);

    final String name() {
        return name;
    }

    final String summary() {
        return summary;
    }

    final List<Entry> entries() {
        return entries;
    }

    final Optional<Entry> find(String word) {
        return entries.stream().filter(entry -> entry.isNamed(word)).findFirst();
    }
}
