package dev.varve.yaml;

import java.io.IOException;

/** A text is no YAML, or not what was expected of it. The message is {@code file:line:column: problem}. */
public final class YamlException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient YamlPosition position;
    private final String problem;

    /** Something is wrong at a position. */
    public YamlException(YamlPosition position, String problem) {
        super(position + ": " + problem);
        this.position = position;
        this.problem = problem;
    }

    /** Where it is wrong. */
    public YamlPosition position() {
        return position;
    }

    /** What was expected and what was found, without the position. */
    public String problem() {
        return problem;
    }
}
