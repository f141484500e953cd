package dev.varve.dockerfile;

import java.util.List;

/**
 * Sets the entry point of the image.
 *
 * @param command one word in shell form, the arguments in exec form; may be empty
 */
public record Entrypoint(Syntax syntax, List<Word> command) implements Instruction {
    public Entrypoint {
        command = List.copyOf(command);
    }
}
