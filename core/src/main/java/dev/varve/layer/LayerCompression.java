package dev.varve.layer;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** How a layer is compressed on its way (OCI image specification, {@code layer.md}, "+gzip and +zstd media types"). */
public enum LayerCompression {
    NONE,
    GZIP,
    ZSTD;

    private static final int BUFFER = 64 << 10;
    private static final int MAGIC = 4;

    /** Which one it is by the first bytes, of which four suffice; what is neither gzip nor zstd is taken for none. */
    public static LayerCompression detect(byte[] start) {
        if (start.length >= 2 && start[0] == 0x1F && start[1] == (byte) 0x8B) {
            return GZIP;
        }
        boolean zstd = start.length >= MAGIC
                && start[0] == 0x28
                && start[1] == (byte) 0xB5
                && start[2] == 0x2F
                && start[3] == (byte) 0xFD;
        return zstd ? ZSTD : NONE;
    }

    /**
     * What is in a stream, however it is compressed. Streams of several members or frames are read whole; what is cut short,
     * or followed by something else, is an error.
     *
     * @param name what is being read, for messages
     * @param most how many bytes may come of it
     * @throws LayerException where it is damaged; reading throws it too
     * @throws IOException where {@code in} throws it
     */
    public static InputStream decompress(InputStream in, String name, long most) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(MAGIC);
        byte[] start = buffered.readNBytes(MAGIC);
        buffered.reset();
        return new DecompressedStream(new DecompressedStream.Source(buffered), detect(start), name, most);
    }

    InputStream reader(InputStream in) throws IOException {
        return switch (this) {
            case NONE -> in;
            case GZIP ->
                GzipCompressorInputStream.builder()
                        .setInputStream(in)
                        .setDecompressConcatenated(true)
                        .get();
            case ZSTD -> new ZstdInputStream(in);
        };
    }

    /**
     * Compresses with gzip. Equal content and level give equal bytes on one Java platform: neither a time nor a name is put in.
     *
     * @param level 1 for speed to 9 for size
     */
    public static OutputStream gzip(OutputStream out, int level) throws IOException {
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(level);
        parameters.setBufferSize(BUFFER);
        return new GzipCompressorOutputStream(out, parameters);
    }

    /**
     * Compresses with zstd.
     *
     * @param level 1 for speed to 19 for size; 3 is zstd's own choice
     */
    public static OutputStream zstd(OutputStream out, int level) throws IOException {
        return new ZstdOutputStream(out, level).setChecksum(true);
    }
}
