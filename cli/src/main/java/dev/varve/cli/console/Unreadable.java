package dev.varve.cli.console;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file or folder cannot be had, in words. */
public final class Unreadable {
    private Unreadable() {}

    public static String because(String file, Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return file + ": there is no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return file + ": permission denied";
        }
        if (failure instanceof NotDirectoryException) {
            return file + ": this is not a folder";
        }
        if (failure instanceof InvalidPathException) {
            return file + ": this is no valid path";
        }
        // the message of such a failure begins with the file
        String reason = failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
        if ("Is a directory".equals(reason)) {
            return file + ": this is a folder, not a file";
        }
        return file + ": " + (reason == null ? failure.getClass().getSimpleName() : reason);
    }
}
