package dev.varve.plan;

/** A Dockerfile that parses but cannot be built as it stands: an unknown target, a circular dependency, a bad value. */
public final class PlanException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line the line of the Dockerfile that is at fault, from 1; 0 where it is no line's fault */
    public PlanException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The line of the Dockerfile, from 1; 0 where it is no line's fault. */
    public int line() {
        return line;
    }
}
