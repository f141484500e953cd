package dev.varve.plan;

import dev.varve.dockerfile.Mount;
import java.util.Optional;

/**
 * One {@code --mount} of a RUN, with everything expanded and resolved.
 *
 * @param type {@code bind}, {@code cache}, {@code tmpfs}, {@code secret} or {@code ssh}
 * @param target the absolute path in the container; for a secret given as a variable alone, empty
 * @param source what is mounted; {@link Source.Scratch} where the mount brings its own
 * @param sourcePath the absolute path in the source
 * @param options what else decides what the process sees, in a canonical form (a secret's id, a tmpfs' size)
 * @param declared the flag it comes from; empty for a heredoc's script
 */
public record MountPoint(
        String type,
        String target,
        Source source,
        String sourcePath,
        boolean readOnly,
        String options,
        Optional<Mount> declared) {

    boolean readsSource() {
        return !(source instanceof Source.Scratch);
    }

    /** Where in the source it comes from is not part of the key; what is there is. */
    String definition() {
        return new Definition(type).add(target).add(readOnly).add(options).toString();
    }
}
