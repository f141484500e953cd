package dev.varve.engine;

import java.util.List;

/**
 * What was removed because nobody needs it.
 *
 * @param records how many of the build cache
 * @param bytes the room that is free now
 */
public record Pruned(List<Removal> images, int records, long bytes) {
    public Pruned {
        images = List.copyOf(images);
    }
}
