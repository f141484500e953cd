package dev.varve.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A build stopped at an instruction. */
public final class BuildFailedException extends EngineException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;
    private final String instruction;
    private final int exitCode;
    private final String output;
    private final transient Optional<String> imageBefore;

    BuildFailedException(
            String file,
            int line,
            String instruction,
            String message,
            int exitCode,
            String output,
            Optional<String> imageBefore,
            @Nullable Throwable cause) {
        super(file + (line > 0 ? ":" + line : "") + ": " + message, cause);
        this.file = file;
        this.line = line;
        this.instruction = instruction;
        this.exitCode = exitCode;
        this.output = output;
        this.imageBefore = imageBefore;
    }

    /** The Dockerfile. */
    public String file() {
        return file;
    }

    /** From 1; 0 where it is about the whole file. */
    public int line() {
        return line;
    }

    /** As it is written; empty where it is about the whole file. */
    public String instruction() {
        return instruction;
    }

    /** Of the process of a RUN; 0 where it failed otherwise. */
    public int exitCode() {
        return exitCode;
    }

    /** The end of what the process printed. */
    public String output() {
        return output;
    }

    /** The id of an image of what was there before the instruction, to look around in; empty where there was nothing. */
    public Optional<String> imageBefore() {
        return imageBefore;
    }
}
