package dev.varve.dockerfile;

import java.util.List;

/**
 * Sets the default command of the image.
 *
 * @param command one word in shell form, the arguments in exec form; may be empty
 */
public record Cmd(Syntax syntax, List<Word> command) implements Instruction {
    public Cmd {
        command = List.copyOf(command);
    }
}
