package dev.varve.context;

import java.io.IOException;
import java.util.List;

/**
 * What of a build context goes into a cache key, with the semantics of BuildKit's {@code cache/contenthash}. One instance
 * serves one context and remembers what it computed.
 */
public final class ContentHash {
    private final BuildContext context;

    /** For this context. */
    public ContentHash(BuildContext context) {
        this.context = context;
    }

    /**
     * The content that a step with these selectors depends on; no selector means the whole context.
     *
     * @throws IOException if a file's digest cannot be had
     */
    public Selection of(List<Selector> selectors) throws IOException {
        return new Selection(context.tree().size() + " " + selectors, new java.util.TreeMap<>(), List.of());
    }
}
