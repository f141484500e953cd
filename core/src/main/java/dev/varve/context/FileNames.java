package dev.varve.context;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * File names as text without loss. The JDK reads names in the encoding of the locale, and what it cannot read is lost in
 * {@link Path#toString}, though not in the path; its URI has the bytes.
 */
final class FileNames {
    private static final boolean UTF_8_LOCALE =
            "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private FileNames() {}

    /** The last name of a path. */
    static String name(Path path) {
        String name = String.valueOf(path.getFileName());
        if (isSafe(name)) {
            return name;
        }
        byte[] bytes = bytes(path);
        int end = bytes.length > 0 && bytes[bytes.length - 1] == '/' ? bytes.length - 1 : bytes.length;
        int start = end;
        while (start > 0 && bytes[start - 1] != '/') {
            start--;
        }
        return Utf8.decode(Arrays.copyOfRange(bytes, start, end));
    }

    /** All that a symlink says. */
    static String target(Path link, Path target) {
        String text = target.toString();
        if (isSafe(text)) {
            return text;
        }
        Path absolute = link.toAbsolutePath();
        byte[] all = bytes(absolute.resolveSibling(target));
        int start = target.isAbsolute() ? 0 : bytes(absolute.resolveSibling("x")).length - 1;
        // The URI of what happens to be a folder ends in a slash that the link may not have.
        boolean added = all[all.length - 1] == '/' && !text.endsWith("/");
        return Utf8.decode(Arrays.copyOfRange(all, start, added ? all.length - 1 : all.length));
    }

    private static boolean isSafe(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == Utf8.REPLACEMENT || (c >= 0x80 && !UTF_8_LOCALE)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(Path path) {
        String raw = path.toUri().getRawPath();
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '%') {
                out.write(Integer.parseInt(raw, i + 1, i + 3, 16));
                i += 2;
            } else {
                out.writeBytes(String.valueOf(raw.charAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
