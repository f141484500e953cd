package dev.varve.dockerfile;

/** How the arguments of an instruction are written. */
public enum Form {
    /** A command line for a shell: one string. */
    SHELL,
    /** A JSON array of strings. */
    EXEC,
    /** Neither: words whose meaning the instruction gives. */
    NONE
}
