package dev.varve.cli.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flags of a command. Each is written as the help shows it: {@code -a, --all} or {@code --format}. */
public final class Flags {
    private final List<Flag> flags = new ArrayList<>();
    private final Map<String, String> unsupported = new HashMap<>();

    Flags() {}

    /** A flag that turns something on. */
    public Toggle toggle(String spelling, String description) {
        return added(new Toggle(spelling, false, description));
    }

    /** A flag that is on where nothing is said, and can be turned off. */
    public Toggle usual(String spelling, String description) {
        return added(new Toggle(spelling, true, description));
    }

    /** A flag with a value. */
    public Text text(String spelling, String valueName, String description) {
        return added(new Text(spelling, valueName, List.of(), description));
    }

    /** A flag with one of these values, in lower case. */
    public Text choice(String spelling, List<String> values, String description) {
        return added(new Text(spelling, "string", values, description));
    }

    /** A flag that may be given several times. */
    public Texts texts(String spelling, String valueName, String description) {
        return added(new Texts(spelling, valueName, description));
    }

    /**
     * Flags of the docker command that there are none of here; one who uses them is told so.
     *
     * @param reason why, or what to do instead; may be empty
     * @param names {@code --ulimit} or {@code -P}
     */
    public void unsupported(String reason, String... names) {
        for (String name : names) {
            unsupported.put(name, reason);
        }
    }

    private <T extends Flag> T added(T flag) {
        flags.add(flag);
        return flag;
    }

    /** By their names. */
    List<Flag> sorted() {
        List<Flag> sorted = new ArrayList<>(flags);
        sorted.sort(Comparator.comparing(Flag::name));
        return Collections.unmodifiableList(sorted);
    }

    List<String> names() {
        return flags.stream().map(Flag::name).toList();
    }

    Optional<Flag> named(String name) {
        return flags.stream().filter(flag -> flag.name().equals(name)).findFirst();
    }

    Optional<Flag> shorthand(char letter) {
        return flags.stream()
                .filter(flag -> flag.shorthand().equals(String.valueOf(letter)))
                .findFirst();
    }

    /** Why a flag of docker's is not one here; empty where docker has none either. */
    Optional<String> whyUnsupported(String dashedName) {
        return Optional.ofNullable(unsupported.get(dashedName));
    }
}
