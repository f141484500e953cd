package dev.varve.cli.command;

/**
 * A command that can be called without its group's name: {@code varve images} for {@code varve image ls}. A group whose
 * commands are only called so need not be among the menu's groups.
 *
 * @param name what it is called
 * @param entry its name within the group
 */
public record Shortcut(String name, Group group, String entry) {
    public Shortcut(String name, Group group) {
        this(name, group, name);
    }

    Entry target() {
        return group.find(entry).orElseThrow(() -> new IllegalStateException("no such command: " + entry));
    }
}
