package dev.varve.dockerfile;

import java.util.List;

/**
 * Sets the shell for commands in shell form.
 *
 * @param command at least one word
 */
public record Shell(Syntax syntax, List<Word> command) implements Instruction {
    public Shell {
        command = List.copyOf(command);
    }
}
