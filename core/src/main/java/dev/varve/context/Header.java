package dev.varve.context;

import java.util.Map;
import java.util.TreeMap;

/**
 * The part of a tar header that BuildKit hashes for an entry ({@code cache/contenthash/tarsum.go}), with a digest in place of
 * the bytes and without the name.
 */
final class Header {
    /** The SHA-256 of nothing. */
    static final String NO_BYTES = Sha256.digest(new byte[0]);

    private static final int MODE_BITS = 12;
    /** Says that owner and group follow; what is root's has neither. */
    private static final long OWNED = 1L << 16;

    private Header() {}

    static void write(Entry entry, String content, Map<String, String> attributes, Sum sum) {
        boolean owned = entry.uid() != 0 || entry.gid() != 0;
        sum.number((owned ? OWNED : 0) | (long) type(entry.type()) << MODE_BITS | entry.mode());
        if (owned) {
            sum.number(entry.uid());
            sum.number(entry.gid());
        }
        sum.number(entry.size());
        if (entry.linkTarget() != null) {
            sum.text(entry.linkTarget());
        } else {
            sum.content(content);
        }
        sum.number(attributes.size());
        if (!attributes.isEmpty()) {
            attributes.forEach((name, value) -> {
                sum.text(name);
                sum.text(value);
            });
        }
    }

    /** A socket is sent as an empty file ({@code fsutil/stat.go}). */
    private static int type(EntryType type) {
        return switch (type) {
            case FILE, SOCKET -> 0;
            case SYMLINK -> 2;
            case CHARACTER_DEVICE -> 3;
            case BLOCK_DEVICE -> 4;
            case DIRECTORY -> 5;
            case FIFO -> 6;
        };
    }

    /** Those attributes that are hashed: not the kernel's own, except file capabilities; nor macOS's, which are not sent. */
    static Map<String, String> counted(Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return attributes;
        }
        Map<String, String> counted = new TreeMap<>(attributes);
        counted.keySet()
                .removeIf(name -> name.startsWith("com.apple.")
                        || name.startsWith("system.")
                        || (name.startsWith("security.") && !name.equals("security.capability")));
        return counted;
    }
}
