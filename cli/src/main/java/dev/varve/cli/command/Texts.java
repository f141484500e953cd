package dev.varve.cli.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A flag that may be given several times; every value counts. */
public final class Texts extends Flag {
    private final List<String> values = new ArrayList<>();
    private Check check = value -> {};

    Texts(String spelling, String valueName, String description) {
        super(spelling, valueName, description);
    }

    /** Has each value looked at before it is taken. */
    public Texts checked(Check by) {
        check = by;
        return this;
    }

    public List<String> values() {
        return Collections.unmodifiableList(values);
    }

    @Override
    void accept(String value) {
        check.check(value);
        values.add(value);
    }

    @Override
    public boolean isGiven() {
        return !values.isEmpty();
    }
}
