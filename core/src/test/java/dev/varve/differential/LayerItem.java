package dev.varve.differential;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An entry of a layer.
 *
 * @param path without {@code ./} before it; a folder's ends with a slash
 * @param detail a link's target, a device's numbers, else the beginning of the content's SHA-256
 * @param attributes extended attributes, printable
 */
record LayerItem(
        String path,
        String kind,
        int mode,
        long uid,
        long gid,
        long size,
        Instant modified,
        String detail,
        SortedMap<String, String> attributes) {
    private static final String XATTR = "SCHILY.xattr.";
    private static final int DIGITS = 16;

    /** What was modified since is shown as modified now: a build may find the result of an earlier one. */
    private static final Instant PRESENT = Instant.parse("2026-01-01T00:00:00Z");

    static List<LayerItem> readAll(InputStream layer) throws IOException {
        List<LayerItem> items = new ArrayList<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(layer, "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                items.add(read(entry, tar));
            }
        }
        return items;
    }

    private static LayerItem read(TarArchiveEntry entry, InputStream content) throws IOException {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (Map.Entry<String, String> header : entry.getExtraPaxHeaders().entrySet()) {
            if (header.getKey().startsWith(XATTR)) {
                attributes.put(header.getKey().substring(XATTR.length()), printable(header.getValue()));
            }
        }
        String name = entry.getName().replaceFirst("^\\./(?=.)", "");
        return new LayerItem(
                printable(name),
                kind(entry),
                entry.getMode() & 07777,
                entry.getLongUserId(),
                entry.getLongGroupId(),
                entry.getSize(),
                entry.getLastModifiedTime().toInstant(),
                detail(entry, content),
                attributes);
    }

    private static String kind(TarArchiveEntry entry) {
        if (entry.isDirectory()) {
            return "folder";
        }
        if (entry.isSymbolicLink()) {
            return "symlink";
        }
        if (entry.isLink()) {
            return "hardlink";
        }
        if (entry.isFIFO()) {
            return "fifo";
        }
        return entry.isCharacterDevice() ? "chardev" : entry.isBlockDevice() ? "blockdev" : "file";
    }

    private static String detail(TarArchiveEntry entry, InputStream content) throws IOException {
        if (entry.isSymbolicLink() || entry.isLink()) {
            return "-> " + printable(entry.getLinkName());
        }
        if (entry.isCharacterDevice() || entry.isBlockDevice()) {
            return entry.getDevMajor() + "," + entry.getDevMinor();
        }
        return entry.isFile() && entry.getSize() > 0 ? digest(content) : "";
    }

    private static String digest(InputStream content) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> {
            boolean plain = c > ' ' && c != '\\' && c != 0x7f;
            out.append(plain ? String.valueOf((char) c) : String.format("\\x%02x", c));
        });
        return out.toString();
    }

    /** On one line. */
    @Override
    public String toString() {
        boolean now =
                modified.isAfter(PRESENT) && modified.isBefore(Instant.now().plus(1, ChronoUnit.DAYS));
        StringBuilder line = new StringBuilder(
                String.format("%s %04o %d:%d %s %s", kind, mode, uid, gid, now ? "now" : modified, path));
        if (kind.equals("file")) {
            line.append(' ').append(size);
        }
        if (!detail.isEmpty()) {
            line.append(' ').append(detail);
        }
        attributes.forEach(
                (name, value) -> line.append(' ').append(name).append('=').append(value));
        return line.toString();
    }
}
