package dev.varve.layer;

import java.time.Instant;

/** Where the fields of a tar header are (POSIX.1-2001, {@code pax}, "ustar Interchange Format"), and how they are bounded. */
final class TarFormat {
    static final int BLOCK = 512;
    static final int NAME = 0;
    static final int MODE = 100;
    static final int UID = 108;
    static final int GID = 116;
    static final int SIZE = 124;
    static final int MODIFIED = 136;
    static final int CHECKSUM = 148;
    static final int TYPE = 156;
    static final int LINK = 157;
    static final int MAGIC = 257;
    static final int DEVICE_MAJOR = 329;
    static final int DEVICE_MINOR = 337;
    static final int PREFIX = 345;

    static final int NAME_LENGTH = 100;
    static final int ID_LENGTH = 8;
    static final int LONG_LENGTH = 12;
    static final int PREFIX_LENGTH = 155;

    static final String ATTRIBUTE = "SCHILY.xattr.";
    /** What Go's {@code archive/tar} takes of an extended header ({@code maxSpecialFileSize}). */
    static final int MOST_EXTENDED = 1 << 20;

    /** The last second that fits in nanoseconds; containerd takes a time beyond for none ({@code archive/time.go}). */
    private static final long LAST_SECOND = Long.MAX_VALUE / 1_000_000_000;

    private TarFormat() {}

    static Instant time(long seconds, long nanoseconds) {
        return seconds > LAST_SECOND || seconds < -LAST_SECOND
                ? Instant.EPOCH
                : Instant.ofEpochSecond(seconds, nanoseconds);
    }

    /** This size up to the next block. */
    static long padded(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }
}
