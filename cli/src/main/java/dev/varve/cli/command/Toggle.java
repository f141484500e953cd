package dev.varve.cli.command;

/** A flag that is on or off: {@code --all}, {@code --all=false}. */
public final class Toggle extends Flag {
    private final boolean usual;
    private boolean on;
    private boolean given;

    Toggle(String spelling, boolean usual, String description) {
        super(spelling, "", description);
        this.usual = usual;
        this.on = usual;
    }

    public boolean isOn() {
        return on;
    }

    @Override
    boolean isToggle() {
        return true;
    }

    /** Whether it is on where nothing is said. */
    boolean isUsuallyOn() {
        return usual;
    }

    /** As Go's {@code strconv.ParseBool}. */
    @Override
    void accept(String value) {
        on = switch (value) {
            case "1", "t", "T", "TRUE", "true", "True" -> true;
            case "0", "f", "F", "FALSE", "false", "False" -> false;
            default -> throw new IllegalArgumentException("expected true or false");
        };
        given = true;
    }

    @Override
    public boolean isGiven() {
        return given;
    }
}
