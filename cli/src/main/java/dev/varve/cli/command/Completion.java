package dev.varve.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A script that completes commands, flags and their values. */
public final class Completion {
    private final Menu menu;
    private final Shell shell;

    /** The words that can follow a call. */
    private final Map<String, String> words = new TreeMap<>();

    /** The values of a call's flag, by both. */
    private final Map<String, String> values = new TreeMap<>();

    public Completion(Menu menu, Shell shell) {
        this.menu = menu;
        this.shell = shell;
    }

    public String script() {
        words.put("", String.join(" ", menu.names()) + " help --help --version");
        for (Shortcut shortcut : menu.shortcuts()) {
            add(shortcut.name(), shortcut.group(), shortcut.target());
        }
        for (Group group : menu.groups()) {
            List<String> names = new ArrayList<>();
            for (Entry entry : group.entries()) {
                names.add(entry.name());
                add(group.name() + " " + entry.name(), group, entry);
                entry.aliases().forEach(alias -> add(group.name() + " " + alias, group, entry));
            }
            words.put(group.name(), String.join(" ", names) + " --help");
        }
        return shell.template()
                .replace("@PROGRAM@", menu.program())
                .replace("@WORDS@", cases(words))
                .replace("@VALUES@", cases(values));
    }

    private void add(String call, Group group, Entry entry) {
        List<String> flags = new ArrayList<>();
        for (Flag flag : group.create(entry.name()).flags().sorted()) {
            flags.add("--" + flag.name());
            if (!flag.shorthand().isEmpty()) {
                flags.add("-" + flag.shorthand());
            }
            if (!flag.choices().isEmpty()) {
                values.put(call + " --" + flag.name(), String.join(" ", flag.choices()));
            }
        }
        flags.add("--help");
        words.put(call, String.join(" ", flags));
    }

    private String cases(Map<String, String> byCall) {
        StringBuilder cases = new StringBuilder();
        byCall.forEach((call, choices) -> cases.append(shell.branch().formatted(call, choices)));
        return cases.toString();
    }
}
