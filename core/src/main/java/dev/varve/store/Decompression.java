package dev.varve.store;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** The plain bytes of what may be compressed, told by its first bytes. */
final class Decompression {
    private static final int BUFFER = 1 << 16;

    private Decompression() {}

    static InputStream of(InputStream content) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(content, BUFFER);
        buffered.mark(4);
        byte[] magic = buffered.readNBytes(4);
        buffered.reset();
        if (magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
            return new GZIPInputStream(buffered, BUFFER);
        }
        boolean zstd = magic.length == 4
                && magic[0] == 0x28
                && magic[1] == (byte) 0xb5
                && magic[2] == 0x2f
                && magic[3] == (byte) 0xfd;
        return zstd ? new ZstdInputStream(buffered) : buffered;
    }
}
