package dev.varve.sandbox;

import dev.varve.layer.LayerEntry;

/** One thing that an upper folder changes of what is below it. */
sealed interface Change {
    String path();

    /** There is something that was not there, or was something else. */
    record Put(LayerEntry entry) implements Change {
        @Override
        public String path() {
            return entry.path();
        }
    }

    record Removed(String path) implements Change {}
}
