package dev.varve.dockerfile;

/**
 * An instruction of a Dockerfile. Words are unexpanded; what BuildKit refuses is {@link Invalid}, with a diagnostic.
 *
 * <p>Follows BuildKit {@code frontend/dockerfile/instructions}.
 */
public sealed interface Instruction
        permits Add,
                Arg,
                Cmd,
                Copy,
                Entrypoint,
                Env,
                Expose,
                From,
                Healthcheck,
                Invalid,
                Label,
                Maintainer,
                OnBuild,
                Run,
                Shell,
                StopSignal,
                User,
                Volume,
                Workdir {

    /** How it is written. */
    Syntax syntax();

    /** The keyword in upper case. */
    default String name() {
        return syntax().name();
    }

    /** From the keyword to the last char, heredocs included. */
    default SourceRange range() {
        return syntax().range();
    }

    /** 1-based first line. */
    default int line() {
        return syntax().line();
    }

    /** 1-based last line. */
    default int endLine() {
        return syntax().endLine();
    }
}
