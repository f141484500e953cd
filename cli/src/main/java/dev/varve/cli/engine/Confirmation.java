package dev.varve.cli.engine;

import dev.varve.cli.console.Console;
import dev.varve.cli.console.Failure;
import java.io.IOException;
import java.util.Locale;

/** Asks before something is removed that cannot be had again. */
public final class Confirmation {
    private Confirmation() {}

    /**
     * Whether to go on: where {@code --force} was given, or somebody at a terminal says so.
     *
     * @param warning what is to happen
     */
    public static boolean given(String warning, boolean force, Console console) throws IOException {
        if (force) {
            return true;
        }
        if (!console.terminal().in()) {
            throw new Failure(
                    "this asks before it removes anything, and there is no terminal to ask at; --force does it unasked");
        }
        console.out().print("WARNING! " + warning + "\nAre you sure you want to continue? [y/N] ");
        console.out().flush();
        StringBuilder answer = new StringBuilder();
        for (int c = console.in().read(); c >= 0 && c != '\n'; c = console.in().read()) {
            answer.append((char) c);
        }
        return answer.toString().strip().toLowerCase(Locale.ROOT).equals("y");
    }
}
