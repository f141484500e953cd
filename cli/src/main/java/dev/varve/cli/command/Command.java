package dev.varve.cli.command;

import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import java.io.IOException;
import java.util.List;

/**
 * A command: what it is called with, and what it does. One is made for each call, and only of the command that is called:
 * its flags are its fields and have their values when it runs.
 */
public abstract class Command {
    /** The flags that it has. */
    protected final Flags flags = new Flags();

    private final String synopsis;
    private final Arity arity;

    /** @param synopsis what follows the command's name, such as {@code [OPTIONS] IMAGE [IMAGE...]} */
    protected Command(String synopsis, Arity arity) {
        this.synopsis = synopsis;
        this.arity = arity;
    }

    /**
     * Does it.
     *
     * @param arguments what was given beside the flags
     * @return the exit code
     * @throws IOException where it cannot be done; the message says why and what to do
     * @throws InterruptedException where it was stopped
     */
    public abstract int run(List<String> arguments, Console console) throws IOException, InterruptedException;

    /** The exit code where a flag is wrong, unknown or without its value. */
    public int codeOfWrongFlags() {
        return ExitCode.WRONG_FLAG;
    }

    /** The exit code where there are too few or too many arguments. */
    public int codeOfWrongArguments() {
        return ExitCode.FAILED;
    }

    /** The exit code where it cannot be done. */
    public int codeOfFailure() {
        return ExitCode.FAILED;
    }

    /** Whether everything from the first argument on is an argument, as of a command that runs another. */
    public boolean isFlagsFirst() {
        return false;
    }

    /** What the help says below the flags, a paragraph each. */
    public List<String> notes() {
        return List.of();
    }

    public final Flags flags() {
        return flags;
    }

    public final String synopsis() {
        return synopsis;
    }

    public final Arity arity() {
        return arity;
    }
}
