package dev.varve.cli.console;

import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file cannot be read, in words. */
public final class Unreadable {
    private Unreadable() {}

    public static String because(String file, Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return file + ": there is no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return file + ": reading it is not permitted";
        }
        if (failure instanceof NotDirectoryException) {
            return file + ": this is not a folder";
        }
        if (failure instanceof InvalidPathException) {
            return file + ": this is no valid path";
        }
        String message = failure.getMessage();
        return file + ": " + (message == null ? failure.getClass().getSimpleName() : message);
    }
}
