package dev.varve.sandbox;

import dev.varve.layer.LayerEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The capabilities that a file gives to who executes it: the one attribute that BuildKit looks at and keeps. */
final class Capabilities {
    private static final String ATTRIBUTE = "security.capability";

    private Capabilities() {}

    static byte @Nullable [] of(LayerEntry entry) {
        return entry.attributes().get(ATTRIBUTE);
    }

    /** The entry with no other attribute ({@code containerd/pkg/archive/tar.go}, {@code HandleChange}). */
    static LayerEntry only(LayerEntry entry) {
        byte[] value = of(entry);
        return entry.withAttributes(value == null ? Map.of() : Map.of(ATTRIBUTE, value));
    }
}
