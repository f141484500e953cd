package dev.varve.layer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** A layer written again from what was read of it. */
final class LayerCopy {
    private LayerCopy() {}

    static byte[] of(Layer layer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LayerWriter writer = LayerWriter.keepingFractions(out)) {
            for (LayerEntry entry : layer.entries()) {
                if (entry.kind() == LayerEntry.Kind.FILE) {
                    try (InputStream content = layer.open(entry)) {
                        writer.add(entry, content);
                    }
                } else {
                    writer.add(entry);
                }
            }
        }
        return out.toByteArray();
    }
}
