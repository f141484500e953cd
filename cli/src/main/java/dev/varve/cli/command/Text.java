package dev.varve.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A flag with one value; the last one counts. */
public final class Text extends Flag {
    private final List<String> choices;
    private Check check = value -> {};
    private Optional<String> value = Optional.empty();

    Text(String spelling, String valueName, List<String> choices, String description) {
        super(spelling, valueName, description);
        this.choices = List.copyOf(choices);
    }

    /** Has each value looked at before it is taken. */
    public Text checked(Check by) {
        check = by;
        return this;
    }

    public Optional<String> value() {
        return value;
    }

    public String or(String other) {
        return value.orElse(other);
    }

    @Override
    List<String> choices() {
        return choices;
    }

    @Override
    void accept(String given) {
        String chosen = choices.isEmpty() ? given : given.toLowerCase(Locale.ROOT);
        if (!choices.isEmpty() && !choices.contains(chosen)) {
            throw new IllegalArgumentException("expected one of " + String.join(", ", choices));
        }
        check.check(chosen);
        value = Optional.of(chosen);
    }

    @Override
    public boolean isGiven() {
        return value.isPresent();
    }
}
