package dev.varve.lint.history.git;

/** What git says a path is. */
public enum PathKind {
    FILE,
    FOLDER,
    LINK,
    /** A commit of another repository, whose files are not here. */
    SUBMODULE
}
