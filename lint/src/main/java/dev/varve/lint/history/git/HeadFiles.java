package dev.varve.lint.history.git;

import java.util.Optional;

/** The files of the build context at the last commit. */
@FunctionalInterface
public interface HeadFiles {

    /** The text of a file; empty where it is not there, or cannot be read. */
    Optional<String> text(String path);
}
