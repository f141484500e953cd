package dev.varve.cli.command;

/**
 * How many arguments a command takes.
 *
 * @param most {@link Integer#MAX_VALUE} where there is no end
 */
public record Arity(int least, int most) {
    public static final Arity NONE = new Arity(0, 0);
    public static final Arity ANY = new Arity(0, Integer.MAX_VALUE);

    public static Arity exactly(int count) {
        return new Arity(count, count);
    }

    public static Arity atLeast(int count) {
        return new Arity(count, Integer.MAX_VALUE);
    }

    public static Arity atMost(int count) {
        return new Arity(0, count);
    }

    boolean allows(int count) {
        return count >= least && count <= most;
    }

    /** In the words of Docker: {@code requires at least 1 argument}. */
    String inWords() {
        if (most == 0) {
            return "accepts no arguments";
        }
        if (least == most) {
            return "requires " + count(least);
        }
        return least == 0 ? "requires at most " + count(most) : "requires at least " + count(least);
    }

    private static String count(int count) {
        return count + (count == 1 ? " argument" : " arguments");
    }
}
