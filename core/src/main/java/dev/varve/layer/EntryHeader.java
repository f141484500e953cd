package dev.varve.layer;

import dev.varve.context.Utf8;
import dev.varve.layer.LayerEntry.Kind;
import java.util.Arrays;

/** The header blocks of one entry, as Go's {@code archive/tar} writes them ({@code writer.go}). */
final class EntryHeader {
    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";
    private static final String EXTENSION_FOLDER = "PaxHeaders.0";

    private final LayerEntry entry;
    private final byte[] name;
    private final byte[] link;
    private final int split;
    private final byte[] records;

    EntryHeader(LayerEntry entry) {
        this.entry = entry;
        this.name = Utf8.encode(name(entry));
        this.link = Utf8.encode(entry.linkTarget());
        PaxWriter pax = collect();
        this.split = pax.isEmpty() ? split(name) : 0;
        if (split == 0) {
            pax.text("path", name, TarFormat.NAME_LENGTH);
        }
        this.records = pax.bytes();
        if (records.length > TarFormat.MOST_EXTENDED) {
            throw new IllegalArgumentException(
                    "more than " + TarFormat.MOST_EXTENDED + " bytes of attributes: '" + entry.path() + "'");
        }
    }

    private static String name(LayerEntry entry) {
        String path = entry.path();
        if (path.isEmpty() && entry.kind() != Kind.OPAQUE) {
            throw new IllegalArgumentException("the root is no entry of a layer");
        }
        return switch (entry.kind()) {
            case DIRECTORY -> path + "/";
            case WHITEOUT -> path.substring(0, path.length() - entry.name().length()) + WHITEOUT + entry.name();
            case OPAQUE -> path.isEmpty() ? OPAQUE : path + "/" + OPAQUE;
            default -> path;
        };
    }

    /** Where a long name is cut in two so that it needs no record; 0 where it cannot be or need not be. */
    private static int split(byte[] name) {
        if (name.length <= TarFormat.NAME_LENGTH || !PaxWriter.isAscii(name)) {
            return 0;
        }
        int slash = Math.min(TarFormat.PREFIX_LENGTH, name.length - 2);
        while (slash > 0 && name[slash] != '/') {
            slash--;
        }
        return name.length - slash - 1 <= TarFormat.NAME_LENGTH ? slash : 0;
    }

    /** Everything but the name. */
    private PaxWriter collect() {
        PaxWriter pax = new PaxWriter();
        pax.text("linkpath", link, TarFormat.NAME_LENGTH);
        pax.number("uid", entry.uid(), TarFormat.ID_LENGTH);
        pax.number("gid", entry.gid(), TarFormat.ID_LENGTH);
        pax.number("size", entry.size(), TarFormat.LONG_LENGTH);
        pax.time("mtime", entry.modified());
        entry.attributes().forEach(pax::attribute);
        return pax;
    }

    /** The PAX records; empty where all fits into the header. */
    byte[] records() {
        return records;
    }

    /** The header of the records. */
    byte[] extension(int length) {
        int slash = name.length;
        while (slash > 0 && name[slash - 1] != '/') {
            slash--;
        }
        String folder = Utf8.decode(Arrays.copyOf(name, slash));
        String file = Utf8.decode(Arrays.copyOfRange(name, slash, name.length));
        byte[] shown = Utf8.encode(folder + EXTENSION_FOLDER + (file.isEmpty() ? "" : "/" + file));
        TarBlock block = new TarBlock();
        block.text(TarFormat.NAME, TarFormat.NAME_LENGTH, shown);
        block.number(TarFormat.MODE, TarFormat.ID_LENGTH, 0);
        block.number(TarFormat.UID, TarFormat.ID_LENGTH, 0);
        block.number(TarFormat.GID, TarFormat.ID_LENGTH, 0);
        block.number(TarFormat.SIZE, TarFormat.LONG_LENGTH, length);
        block.number(TarFormat.MODIFIED, TarFormat.LONG_LENGTH, 0);
        block.bytes[TarFormat.TYPE] = 'x';
        return block.finish();
    }

    /** The header of the entry itself. */
    byte[] block() {
        TarBlock block = new TarBlock();
        block.text(
                TarFormat.NAME,
                TarFormat.NAME_LENGTH,
                split == 0 ? name : Arrays.copyOfRange(name, split + 1, name.length));
        block.text(TarFormat.PREFIX, TarFormat.PREFIX_LENGTH, Arrays.copyOf(name, split));
        block.text(TarFormat.LINK, TarFormat.NAME_LENGTH, link);
        block.number(TarFormat.MODE, TarFormat.ID_LENGTH, entry.mode());
        block.number(TarFormat.UID, TarFormat.ID_LENGTH, entry.uid());
        block.number(TarFormat.GID, TarFormat.ID_LENGTH, entry.gid());
        block.number(TarFormat.SIZE, TarFormat.LONG_LENGTH, entry.size());
        block.number(TarFormat.MODIFIED, TarFormat.LONG_LENGTH, entry.modified().getEpochSecond());
        block.number(TarFormat.DEVICE_MAJOR, TarFormat.ID_LENGTH, device(entry.deviceMajor()));
        block.number(TarFormat.DEVICE_MINOR, TarFormat.ID_LENGTH, device(entry.deviceMinor()));
        block.bytes[TarFormat.TYPE] = type(entry.kind());
        return block.finish();
    }

    private int device(int number) {
        if (!TarBlock.fits(number, TarFormat.ID_LENGTH)) {
            throw new IllegalArgumentException("a device number that tar cannot hold: '" + entry.path() + "'");
        }
        return number;
    }

    private static byte type(Kind kind) {
        return (byte)
                switch (kind) {
                    case FILE, WHITEOUT, OPAQUE -> '0';
                    case HARD_LINK -> '1';
                    case SYMLINK -> '2';
                    case CHARACTER_DEVICE -> '3';
                    case BLOCK_DEVICE -> '4';
                    case DIRECTORY -> '5';
                    case FIFO -> '6';
                };
    }
}
