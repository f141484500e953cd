package dev.varve.layer;

import dev.varve.context.Utf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** A tar written byte by byte, by nothing that is tested: right or wrong in any way. */
final class RawTar {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    RawTar file(String name, String content) {
        return header('0', name, "", content.length(), header -> {})
                .data(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawTar folder(String name) {
        return header('5', name, "", 0, header -> {});
    }

    RawTar symlink(String name, String target) {
        return header('2', name, target, 0, header -> {});
    }

    RawTar hardLink(String name, String target) {
        return header('1', name, target, 0, header -> {});
    }

    RawTar fifo(String name) {
        return header('6', name, "", 0, header -> {});
    }

    RawTar device(String name, int major, int minor) {
        return header('3', name, "", 0, header -> {
            put(header, 329, String.format("%07o", major));
            put(header, 337, String.format("%07o", minor));
        });
    }

    /** An extended header with these records, each {@code key=value}. */
    RawTar pax(String... records) {
        return extended('x', records);
    }

    RawTar extended(char type, String... records) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String record : records) {
            byte[] bytes = Utf8.encode(record);
            int length = bytes.length + 3;
            while ((length + " ").length() + bytes.length + 1 != length) {
                length = (length + " ").length() + bytes.length + 1;
            }
            all.writeBytes((length + " ").getBytes(StandardCharsets.US_ASCII));
            all.writeBytes(bytes);
            all.write('\n');
        }
        return header(type, "PaxHeaders.0/x", "", all.size(), header -> {}).data(all.toByteArray());
    }

    /** A header of root's with mode 0644, or 0755 for a folder; what is changed of it is changed before it is summed up. */
    RawTar header(char type, String name, String link, long size, Consumer<byte[]> change) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, type == '5' ? "0000755" : "0000644");
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, String.format("%011o", size));
        put(header, 136, "00000000000");
        put(header, 148, "        ");
        header[156] = (byte) type;
        put(header, 157, link);
        put(header, 257, "ustar\00000");
        change.accept(header);
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, String.format("%06o\0 ", sum));
        return bytes(header);
    }

    static void put(byte[] header, int offset, String text) {
        byte[] bytes = Utf8.encode(text);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }

    /** A file of which the header's size is these eight bytes in base 256. */
    RawTar sizedFile(String name, long size) {
        return header('0', name, "", 0, header -> {
            Arrays.fill(header, 124, 136, (byte) (size < 0 ? 0xFF : 0));
            header[124] |= (byte) 0x80;
            ByteBuffer.wrap(header).putLong(128, size);
        });
    }

    /** These bytes, filled up to a block. */
    RawTar data(byte[] bytes) {
        return bytes(bytes).bytes(new byte[(BLOCK - bytes.length % BLOCK) % BLOCK]);
    }

    RawTar bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** What was written so far, with the mark of the end. */
    byte[] ended() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(out.toByteArray());
        all.writeBytes(new byte[2 * BLOCK]);
        return all.toByteArray();
    }

    Layer open(Path folder) throws IOException {
        return Layer.open(Files.write(Files.createTempFile(folder, "layer", ".tar"), ended()));
    }
}
