package dev.varve.layer;

import dev.varve.context.Utf8;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** The fields of one header block, understood as Go's {@code archive/tar} does ({@code format.go}, {@code reader.go}). */
final class TarHeader {
    private static final byte[] POSIX = bytes("ustar\0");
    private static final byte[] GNU = bytes("ustar  \0");
    private static final byte[] STAR = bytes("tar\0");
    private static final long LANES = 0x00FF_00FF_00FF_00FFL;
    private static final int STAR_TRAILER = 508;
    private static final int STAR_PREFIX_LENGTH = 131;

    private final byte[] block;
    private final boolean posix;
    private final boolean gnu;

    /** @param block the bytes, kept */
    TarHeader(byte[] block) {
        this.block = block;
        this.posix = is(TarFormat.MAGIC, POSIX);
        this.gnu = is(TarFormat.MAGIC, GNU);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private boolean is(int offset, byte[] expected) {
        return Arrays.equals(block, offset, offset + expected.length, expected, 0, expected.length);
    }

    boolean isZero() {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the sum of the bytes is the one that is written; old archives have summed up signed ones. */
    boolean hasRightSum() {
        try {
            return number(TarFormat.CHECKSUM, TarFormat.ID_LENGTH) == sum() || TarUtils.verifyCheckSum(block);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The sum of the bytes as if those of the checksum were spaces, gathered in four lanes of 16 bits each. */
    private long sum() {
        ByteBuffer longs = ByteBuffer.wrap(block).order(ByteOrder.nativeOrder());
        long lanes = 0;
        for (int at = 0; at < TarFormat.BLOCK; at += Long.BYTES) {
            long eight = longs.getLong(at);
            lanes += (eight & LANES) + ((eight >>> Byte.SIZE) & LANES);
        }
        long sum = (lanes & 0xFFFF) + (lanes >>> 16 & 0xFFFF) + (lanes >>> 32 & 0xFFFF) + (lanes >>> 48);
        for (int i = TarFormat.CHECKSUM; i < TarFormat.CHECKSUM + TarFormat.ID_LENGTH; i++) {
            sum += ' ' - (block[i] & 0xFF);
        }
        return sum;
    }

    char type() {
        return (char) (block[TarFormat.TYPE] & 0xFF);
    }

    /**
     * A number in octal digits or in base 256.
     *
     * @throws IllegalArgumentException where it is neither, or has more than 63 bits
     */
    long number(int offset, int length) {
        try {
            return TarUtils.parseOctalOrBinary(block, offset, length);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no number in bytes " + offset + " to " + (offset + length - 1), e);
        }
    }

    String name() {
        String prefix = prefix();
        String name = text(TarFormat.NAME, TarFormat.NAME_LENGTH);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    String link() {
        return text(TarFormat.LINK, TarFormat.NAME_LENGTH);
    }

    /** The oldest format has no fields for the numbers of devices. */
    boolean hasDevices() {
        return posix || gnu;
    }

    private String prefix() {
        if (block[TarFormat.PREFIX] == 0) {
            return "";
        }
        if (posix) {
            return text(TarFormat.PREFIX, is(STAR_TRAILER, STAR) ? STAR_PREFIX_LENGTH : TarFormat.PREFIX_LENGTH);
        }
        return gnu && !hasTimes() ? text(TarFormat.PREFIX, TarFormat.PREFIX_LENGTH) : "";
    }

    /** GNU's format has a time where Go before 1.8 wrote a prefix all the same. */
    private boolean hasTimes() {
        try {
            number(TarFormat.PREFIX, TarFormat.LONG_LENGTH);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String text(int offset, int length) {
        return untilNul(Arrays.copyOfRange(block, offset, offset + length));
    }

    static String untilNul(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return Utf8.decode(Arrays.copyOf(bytes, end));
    }
}
