package dev.varve.cli.console;

import dev.varve.lint.report.Characters;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;

/** Tells why a command could not do its work. */
public final class Failures {
    private Failures() {}

    /**
     * Says it in one line.
     *
     * @param code the command's exit code where it could not do its work
     * @return the exit code
     */
    public static int report(Exception failure, int code, Console console) {
        PrintWriter err = console.err();
        Exception cause = unwrapped(failure);
        int result = code;
        if (cause instanceof InterruptedException || cause instanceof InterruptedIOException) {
            result = ExitCode.INTERRUPTED;
        } else if (cause instanceof Failure || cause instanceof IOException || cause instanceof InvalidPathException) {
            err.println("varve: " + Characters.visible(inWords(cause)));
        } else {
            err.println("varve: a mistake in varve itself: " + cause);
            err.println("Please report it with the command and its input; VARVE_DEBUG=1 shows where it happened.");
        }
        if ("1".equals(console.environment().get("VARVE_DEBUG"))) {
            cause.printStackTrace(err);
        }
        return result;
    }

    private static Exception unwrapped(Exception failure) {
        IOException cause = failure instanceof UncheckedIOException wrapped ? wrapped.getCause() : null;
        return cause == null ? failure : cause;
    }

    /** The message, or what the exception says without one. */
    public static String inWords(Exception failure) {
        if (failure instanceof FileSystemException file && file.getFile() != null) {
            return Unreadable.because(file.getFile(), file);
        }
        if (failure instanceof InvalidPathException path) {
            return Unreadable.because(path.getInput(), path);
        }
        String message = failure.getMessage();
        return message == null || message.isEmpty() ? failure.getClass().getSimpleName() : message;
    }
}
