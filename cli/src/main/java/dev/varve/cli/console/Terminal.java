package dev.varve.cli.console;

/**
 * Which of the standard streams are a terminal. The launcher says so: newer JDKs cannot tell.
 */
public record Terminal(boolean in, boolean out, boolean err) {
    public static final Terminal NONE = new Terminal(false, false, false);

    /** As the launcher says: {@code 012} where all three are. */
    public static Terminal ofThisProcess() {
        String streams = System.getProperty("varve.terminal", "");
        return new Terminal(streams.contains("0"), streams.contains("1"), streams.contains("2"));
    }
}
