package dev.varve.dockerfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads RUN. Mounts are only looked at as far as BuildKit does before it expands them. */
final class RunReader {
    private static final Map<String, FlagValues.Type> FLAGS = new LinkedHashMap<>();

    static {
        FLAGS.put("mount", FlagValues.Type.TEXTS);
        FLAGS.put("network", FlagValues.Type.TEXT);
        FLAGS.put("security", FlagValues.Type.TEXT);
        FLAGS.put("device", FlagValues.Type.TEXTS);
    }

    private final Syntax syntax;
    private final Problems problems;

    RunReader(Syntax syntax, Problems problems) {
        this.syntax = syntax;
        this.problems = problems;
    }

    Instruction read() {
        FlagValues flags = FlagValues.check(syntax, FLAGS, problems);
        flags.texts("mount").forEach(this::checkMount);
        flags.texts("device").forEach(this::checkDevice);
        return new Run(
                syntax,
                flags.texts("mount"),
                choice(flags, "network", List.of("default", "host", "none")),
                choice(flags, "security", List.of("insecure", "sandbox")),
                flags.texts("device"),
                syntax.args());
    }

    private @Nullable Word choice(FlagValues flags, String name, List<String> choices) {
        List<Word> words = flags.texts(name);
        if (words.isEmpty()) {
            return null;
        }
        String found = words.get(0).text();
        if (!choices.contains(found)) {
            problems.error(
                    words.get(0).range(),
                    "--" + name + " expects one of "
                            + String.join(", ", choices) + ", found " + Quoted.excerpt(found)
                            + Suggestion.of(found, choices, ""));
        }
        return words.get(0);
    }

    private void checkMount(Word mount) {
        try {
            Mount.checkUnexpanded(mount.text());
        } catch (MountException e) {
            problems.error(mount.range(), "--mount: " + e.getMessage());
        }
    }

    private void checkDevice(Word device) {
        String problem = DeviceFlag.check(device.text());
        if (problem != null) {
            problems.error(device.range(), "--device: " + problem);
        }
    }
}
