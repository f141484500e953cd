package dev.varve.context;

import java.util.Map;

/**
 * An entry that a step depends on.
 *
 * @param entry the entry
 * @param content {@link BuildContext#digest} of a file or device, empty for everything else
 * @param attributes {@link BuildContext#attributes} of a file or folder
 */
public record EntryDigest(Entry entry, String content, Map<String, String> attributes) {}
