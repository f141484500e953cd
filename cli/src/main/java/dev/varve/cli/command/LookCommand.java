package dev.varve.cli.command;

import dev.varve.cli.console.ExitCode;

/** A command that tells by its exit code whether something is wrong with what it looked at, or it could not look. */
public abstract class LookCommand extends Command {
    protected LookCommand(String synopsis, Arity arity) {
        super(synopsis, arity);
    }

    @Override
    public int codeOfWrongFlags() {
        return ExitCode.NOT_DONE;
    }

    @Override
    public int codeOfWrongArguments() {
        return ExitCode.NOT_DONE;
    }

    @Override
    public int codeOfFailure() {
        return ExitCode.NOT_DONE;
    }
}
