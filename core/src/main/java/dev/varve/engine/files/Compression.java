package dev.varve.engine.files;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** The compressions of archives that {@code ADD} knows, told by their first bytes ({@code moby/go-archive/compression}). */
enum Compression {
    GZIP("1f8b08"),
    BZIP2("425a68"),
    XZ("fd377a585a00"),
    ZSTD("28b52ffd");

    private static final int LONGEST = 6;
    private static final int XZ_MEMORY_KIB = 256 << 10;

    private final String beginning;

    Compression(String beginning) {
        this.beginning = beginning;
    }

    /** @param bytes can be marked */
    static InputStream decompress(InputStream bytes) throws IOException {
        bytes.mark(LONGEST);
        String start = HexFormat.of().formatHex(bytes.readNBytes(LONGEST));
        bytes.reset();
        for (Compression compression : values()) {
            if (start.startsWith(compression.beginning)) {
                return switch (compression) {
                    case GZIP -> new GZIPInputStream(bytes, 32 << 10);
                    case BZIP2 -> new BZip2CompressorInputStream(bytes, true);
                    case XZ -> new XZInputStream(bytes, XZ_MEMORY_KIB);
                    case ZSTD -> new ZstdInputStream(bytes);
                };
            }
        }
        return bytes;
    }
}
