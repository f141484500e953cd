package dev.varve.engine.container;

import dev.varve.sandbox.Stdio;
import java.io.OutputStream;

/**
 * What a container's streams are connected with beside its log.
 *
 * @param out gets its standard output; it is flushed, and not closed
 * @param err gets its standard error
 */
public record Attachment(Input input, OutputStream out, OutputStream err) {
    /** Only the log. */
    public static final Attachment NONE =
            new Attachment(Input.PIPE, OutputStream.nullOutputStream(), OutputStream.nullOutputStream());

    /** Where the standard input of a container comes from that has one. */
    public enum Input {
        /** A stream of this process. */
        PIPE,
        /** What this process has itself. */
        INHERITED
    }

    /** What that is for the sandbox. */
    Stdio stdin(boolean open) {
        if (!open) {
            return Stdio.NULL;
        }
        return input == Input.INHERITED ? Stdio.INHERIT : Stdio.PIPE;
    }
}
