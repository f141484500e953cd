package dev.varve.engine;

import dev.varve.image.Digest;
import dev.varve.image.HistoryEntry;
import java.util.Optional;

/**
 * One instruction of an image's history.
 *
 * @param layer the diff ID of the layer it made; empty where it made none
 * @param size the bytes of that layer's archive, uncompressed; 0 where there is none
 */
public record ImageHistory(HistoryEntry entry, Optional<Digest> layer, long size) {}
