package dev.varve.registry;

import dev.varve.layer.LayerCompression;
import java.io.IOException;
import java.io.OutputStream;

/**
 * How layers are compressed that go to a registry. A layer that came compressed goes out as it came, unless a level is
 * demanded.
 *
 * @param level 1 for speed to 9 (gzip) or 19 (zstd) for size
 * @param always whether a layer that is known in another form is compressed anew
 */
public record Compression(LayerCompression format, int level, boolean always) {
    /** As layers came, else gzip at its fastest: slower levels cost more time than the smaller transfer saves. */
    public static final Compression DEFAULT = new Compression(LayerCompression.GZIP, 1, false);

    public static final Compression ZSTD = new Compression(LayerCompression.ZSTD, 3, true);
    public static final Compression NONE = new Compression(LayerCompression.NONE, 0, true);

    /** @throws IllegalArgumentException where there is no such level */
    public Compression {
        int most = format == LayerCompression.ZSTD ? 19 : 9;
        if (format != LayerCompression.NONE && (level < 1 || level > most)) {
            throw new IllegalArgumentException(
                    "there is no level " + level + " of " + format + "; expected 1 to " + most);
        }
    }

    OutputStream on(OutputStream out) throws IOException {
        return switch (format) {
            case NONE -> out;
            case GZIP -> LayerCompression.gzip(out, level);
            case ZSTD -> LayerCompression.zstd(out, level);
        };
    }
}
