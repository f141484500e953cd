package dev.varve.plan;

import dev.varve.context.Problem;
import java.io.IOException;
import java.util.List;

/** A step cannot run, for something that it copies or mounts is not there. */
public final class UnmetInputException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Source source;
    private final transient List<Problem> problems;

    public UnmetInputException(Source source, List<Problem> problems) {
        super(
                problems.isEmpty()
                        ? "an input is not there"
                        : problems.get(0).path() + ": " + problems.get(0).message());
        this.source = source;
        this.problems = List.copyOf(problems);
    }

    /** Where it looked. */
    public Source source() {
        return source;
    }

    /** What is not there, and why. */
    public List<Problem> problems() {
        return problems;
    }
}
