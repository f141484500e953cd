package dev.varve.context;

import java.util.Map;
import java.util.TreeMap;

/**
 * The part of a tar header that BuildKit hashes for an entry ({@code cache/contenthash/tarsum.go}), as text, with a digest in
 * place of the bytes.
 */
final class Header {
    /** The SHA-256 of nothing. */
    static final String NO_BYTES = Sha256.digest(new byte[0]);

    private Header() {}

    static String of(EntryDigest digest) {
        Entry entry = digest.entry();
        StringBuilder header = new StringBuilder(100)
                .append(type(entry.type()))
                .append(Integer.toOctalString(entry.mode()))
                .append(' ')
                .append(entry.size())
                .append(' ')
                .append(entry.linkTarget() != null ? entry.linkTarget() : digest.content());
        digest.attributes()
                .forEach((name, value) ->
                        header.append('\0').append(name).append('\0').append(value));
        return header.toString();
    }

    /** A socket is sent as an empty file ({@code fsutil/stat.go}). */
    private static char type(EntryType type) {
        return switch (type) {
            case FILE, SOCKET -> '0';
            case SYMLINK -> '2';
            case CHARACTER_DEVICE -> '3';
            case BLOCK_DEVICE -> '4';
            case DIRECTORY -> '5';
            case FIFO -> '6';
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
