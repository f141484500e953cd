package dev.varve.registry;

import dev.varve.image.Descriptor;

/** Hears of the blobs that are transferred. It is called from several threads at once. */
public interface Progress {
    Progress NONE = new Progress() {};

    /** The blob need not be transferred: whom it goes to has it. */
    default void present(Descriptor blob) {}

    default void started(Descriptor blob) {}

    /**
     * @param bytes how many have been transferred so far, of {@link Descriptor#size()}; fewer than before where a transfer had
     *     to begin anew
     */
    default void transferred(Descriptor blob, long bytes) {}

    default void finished(Descriptor blob) {}
}
