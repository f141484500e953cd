package dev.varve.lint.movement;

import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Word;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a command reads of the files that were copied before it. What cannot be told is {@link Anything}. */
public sealed interface Reads {

    /**
     * No copied file: its result is the same wherever it stands among COPYs, such as {@code apt-get install}.
     *
     * @param usesFolder whether the working directory may matter nevertheless
     */
    record Nothing(boolean usesFolder) implements Reads {}

    /**
     * The files that tell a package manager what to install, such as {@code npm ci}.
     *
     * @param ecosystems whose
     * @param named further files by the last name of their path, which the command names itself
     */
    record Manifests(Set<Ecosystem> ecosystems, Set<String> named) implements Reads {
        public Manifests {
            ecosystems = Set.copyOf(ecosystems);
            named = Set.copyOf(named);
        }

        /** Whether both are of managers that know nothing of each other. */
        public boolean isForeignTo(Manifests other) {
            return named.isEmpty() && other.named.isEmpty() && Collections.disjoint(ecosystems, other.ecosystems);
        }

        /** Whether a path is that of some manager's manifest or lock file. */
        public static boolean isManifest(String path) {
            return Ecosystem.isManifest(path);
        }

        @Override
        public boolean includes(String path) {
            return named.contains(path.substring(path.lastIndexOf('/') + 1))
                    || ecosystems.stream().anyMatch(ecosystem -> ecosystem.reads(path));
        }
    }

    /** Perhaps every file there is. */
    record Anything() implements Reads {
        @Override
        public boolean includes(String path) {
            return true;
        }
    }

    /**
     * Whether this file may be read.
     *
     * @param path names joined by '/'
     */
    default boolean includes(String path) {
        return false;
    }

    /** What a RUN reads. */
    static Reads of(Run run) {
        List<String> command = run.command().stream().map(Word::text).toList();
        if (command.isEmpty() || !run.syntax().heredocs().isEmpty()) {
            return new Anything();
        }
        if (run.syntax().form() == Form.EXEC) {
            return CommandReads.of(List.of(command));
        }
        Optional<List<List<String>>> commands = SimpleCommands.of(String.join(" ", command));
        return commands.map(CommandReads::of).orElseGet(Anything::new);
    }
}
