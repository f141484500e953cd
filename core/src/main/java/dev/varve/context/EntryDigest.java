package dev.varve.context;

import org.jspecify.annotations.Nullable;

/**
 * An entry that a step depends on.
 *
 * @param entry the entry
 * @param content {@link BuildContext#digest} of a file, null for everything else
 */
public record EntryDigest(Entry entry, @Nullable String content) {}
