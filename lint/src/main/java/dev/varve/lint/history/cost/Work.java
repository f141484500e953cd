package dev.varve.lint.history.cost;

import java.util.List;

/**
 * What a RUN does, as far as that tells how long it takes.
 *
 * @param script its commands, those of a makefile in the place of the {@code make} that runs them
 * @param kept the folders that cache mounts keep for it
 * @param before the scripts that ran below it in the same image
 */
public record Work(String script, List<String> kept, String before) {
    public Work {
        kept = List.copyOf(kept);
    }

    /** The same with nothing kept. */
    public Work withoutMounts() {
        return new Work(script, List.of(), before);
    }
}
