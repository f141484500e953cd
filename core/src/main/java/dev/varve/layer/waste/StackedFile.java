package dev.varve.layer.waste;

import dev.varve.layer.LayerEntry;

/** A file of a layer, with however many names. */
final class StackedFile {
    final int layer;
    final LayerEntry entry;
    /** How many of its names no layer has hidden so far. */
    int names;

    StackedFile(int layer, LayerEntry entry) {
        this.layer = layer;
        this.entry = entry;
    }

    long size() {
        return entry.size();
    }
}
