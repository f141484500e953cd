package dev.varve.layer.waste;

import java.util.Optional;

/**
 * A file that an image holds in vain.
 *
 * @param path relative to the root, without leading slash
 * @param bytes its content's
 * @param layer the layer that holds it, from 0 for the lowest
 * @param by the layer because of which it is in vain: the one that hides it; of a copy that can be seen, the one it is in
 * @param copy of a {@link Cause#DUPLICATED}, the path of the same content that is not in vain
 */
public record WastedFile(String path, long bytes, Cause cause, int layer, int by, Optional<String> copy) {
    /** Why it is in vain. */
    public enum Cause {
        /** A layer above has something else at its path. */
        OVERWRITTEN,
        /** A layer above removes it. */
        DELETED,
        /** The image has the same content once more: a layer above at the same path, or any layer at another one. */
        DUPLICATED
    }

    /** Whether the image's file system does not show it. */
    public boolean isHidden() {
        return layer != by;
    }
}
