package dev.varve.plan;

import dev.varve.context.Selector;

/**
 * One source of a {@code COPY} or {@code ADD}.
 *
 * @param files what of the source is copied
 * @param to the absolute destination; a trailing slash counts
 * @param owner as {@code --chown} names it, empty for root
 * @param mode as {@code --chmod} gives it, normalised; empty to keep the mode
 * @param unpack whether an archive is unpacked
 */
public record CopyAction(Source source, Selector files, String to, String owner, String mode, boolean unpack) {

    /** Of the source's path only the last name is part of the key; what is there is. */
    String definition() {
        return new Definition("from")
                .add(ContainerPath.name(files.path()))
                .add(to)
                .add(owner)
                .add(mode)
                .add(unpack)
                .add(files.followLinks())
                .add(files.includePatterns())
                .add(files.excludePatterns())
                .add(files.requiredPaths())
                .toString();
    }
}
