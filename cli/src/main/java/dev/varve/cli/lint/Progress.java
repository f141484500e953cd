package dev.varve.cli.lint;

import dev.varve.cli.console.Console;

/** How far a long run is, on a line of standard error that is gone at its end; only on a terminal. */
final class Progress {
    private static final int MANY = 256;

    private final Console console;
    private final int files;

    Progress(Console console, int files) {
        this.console = console;
        this.files = files;
    }

    /** So many are linted. */
    void at(int linted) {
        if (console.terminal().err() && files > MANY) {
            console.err().print(linted < files ? "\rvarve: " + linted + " of " + files + " files" : "\r\033[K");
            console.err().flush();
        }
    }
}
