package dev.varve.cli.command;

import java.util.List;

/** A flag of a command, and the value it was given. */
public abstract sealed class Flag permits Toggle, Text, Texts {
    private final String shorthand;
    private final String name;
    private final String valueName;
    private final String description;

    /**
     * @param spelling as the help shows it: {@code -a, --all} or {@code --format}
     * @param valueName what its value is called; empty where it takes none
     */
    Flag(String spelling, String valueName, String description) {
        int comma = spelling.indexOf(", ");
        this.shorthand = comma < 0 ? "" : spelling.substring(1, comma);
        this.name = spelling.substring(comma < 0 ? 2 : comma + 4);
        this.valueName = valueName;
        this.description = description;
    }

    /** Without dashes. */
    final String name() {
        return name;
    }

    /** One letter, or empty. */
    final String shorthand() {
        return shorthand;
    }

    final String valueName() {
        return valueName;
    }

    final String description() {
        return description;
    }

    final String spelling() {
        return (shorthand.isEmpty() ? "" : "-" + shorthand + ", ") + "--" + name;
    }

    /** The values that it may have, where they are few. */
    List<String> choices() {
        return List.of();
    }

    /** Whether it may stand without a value. */
    boolean isToggle() {
        return false;
    }

    /** @throws IllegalArgumentException where the value is no such value; the message says what is expected */
    abstract void accept(String value);

    /** Whether it was given. */
    public abstract boolean isGiven();
}
