package dev.varve.cli.engine;

import dev.varve.cli.command.Flags;
import dev.varve.cli.command.Texts;
import dev.varve.cli.console.Failure;
import dev.varve.cli.console.KeyValue;
import java.util.List;
import java.util.Optional;

/** {@code --filter}: each is {@code name=value}, and some names may come several times. */
public final class Filters {
    private final Texts given;
    private final List<String> names;

    private Filters(Texts given, List<String> names) {
        this.given = given;
        this.names = names;
    }

    /**
     * Adds the flag.
     *
     * @param spelling {@code -f, --filter} or {@code --filter}
     * @param names those that the command knows
     */
    public static Filters in(Flags flags, String spelling, String... names) {
        Texts given = flags.texts(
                        spelling,
                        "filter",
                        "Provide filter values: " + String.join(", ", names) + " (such as \"" + names[0] + "=...\")")
                .checked(Filters::check);
        return new Filters(given, List.of(names));
    }

    private static void check(String filter) {
        if (filter.indexOf('=') < 1) {
            throw new IllegalArgumentException("bad format of filter (expected name=value)");
        }
    }

    public boolean isGiven() {
        return given.isGiven();
    }

    /** The values that a filter was given, in their order. */
    public List<String> values(String name) {
        for (String filter : given.values()) {
            String known = KeyValue.parse(filter).key();
            if (!names.contains(known)) {
                throw new Failure("invalid filter '" + known + "'; there are " + String.join(", ", names));
            }
        }
        return given.values().stream()
                .map(KeyValue::parse)
                .filter(pair -> pair.key().equals(name))
                .map(KeyValue::value)
                .toList();
    }

    /** The last value, where it is given at all. */
    public Optional<String> value(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** Whether it was said to be so or not, if it was said. */
    public Optional<Boolean> isTrue(String name) {
        Optional<String> value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (value.get()) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> throw new Failure("invalid filter '" + name + "=" + value.get() + "'; expected true or false");
        };
    }
}
