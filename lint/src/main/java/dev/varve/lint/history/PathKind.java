package dev.varve.lint.history;

/** What git says a path is. */
enum PathKind {
    FILE,
    FOLDER,
    LINK,
    /** A commit of another repository, whose files are not here. */
    SUBMODULE
}
