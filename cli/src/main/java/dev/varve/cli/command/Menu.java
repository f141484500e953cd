package dev.varve.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the program can be called with.
 *
 * @param program its name
 * @param summary what it is, one line
 * @param groups those that are called by their names
 */
public record Menu(String program, String summary, List<Section> sections, List<Group> groups) {
    public Menu {
        sections = List.copyOf(sections);
        groups = List.copyOf(groups);
    }

    /** Shortcuts under a title in the help. */
    public record Section(String title, List<Shortcut> shortcuts) {
        public Section {
            shortcuts = List.copyOf(shortcuts);
        }
    }

    Optional<Group> group(String word) {
        return groups.stream().filter(group -> group.name().equals(word)).findFirst();
    }

    Optional<Shortcut> shortcut(String word) {
        return shortcuts().stream()
                .filter(shortcut -> shortcut.name().equals(word))
                .findFirst();
    }

    List<Shortcut> shortcuts() {
        return sections.stream()
                .flatMap(section -> section.shortcuts().stream())
                .toList();
    }

    /** What can stand first on the command line. */
    List<String> names() {
        List<String> names =
                new ArrayList<>(shortcuts().stream().map(Shortcut::name).toList());
        groups.forEach(group -> names.add(group.name()));
        return names;
    }

    /** All ways to call a command, with the program's name: {@code varve image ls}, {@code varve images}. */
    List<String> callsOf(Group group, Entry entry) {
        List<String> calls = new ArrayList<>();
        if (groups.contains(group)) {
            calls.add(String.join(" ", program, group.name(), entry.name()));
            entry.aliases().forEach(alias -> calls.add(String.join(" ", program, group.name(), alias)));
        }
        shortcuts().stream()
                .filter(shortcut ->
                        shortcut.group() == group && shortcut.entry().equals(entry.name()))
                .forEach(shortcut -> calls.add(program + " " + shortcut.name()));
        return calls;
    }
}
