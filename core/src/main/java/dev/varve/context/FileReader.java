package dev.varve.context;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what is in files. */
class FileReader {
    private static final int BUFFER = 64 << 10;

    private final ThreadLocal<byte[]> buffers = ThreadLocal.withInitial(() -> new byte[BUFFER]);

    InputStream open(Path file) throws IOException {
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** What counts of a path of this type, opening nothing but files and folders. */
    FileContent read(EntryType type, Path path) throws IOException {
        return switch (type) {
            case FILE -> new FileContent(digest(path), attributes(path));
            case DIRECTORY -> new FileContent("", attributes(path));
            case CHARACTER_DEVICE, BLOCK_DEVICE ->
                new FileContent("device:" + Files.getAttribute(path, "unix:rdev", LinkOption.NOFOLLOW_LINKS), Map.of());
            case SYMLINK, FIFO, SOCKET -> new FileContent("", Map.of());
        };
    }

    private String digest(Path file) throws IOException {
        MessageDigest digest = Sha256.start();
        byte[] buffer = buffers.get();
        try (InputStream in = open(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return Sha256.name(digest.digest());
    }

    /**
     * The attributes in the namespace {@code user}, which are all that the JDK shows; none where the file system has none or
     * they may not be read.
     */
    Map<String, String> attributes(Path path) {
        UserDefinedFileAttributeView view =
                Files.getFileAttributeView(path, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return Map.of();
        }
        Map<String, String> attributes = new TreeMap<>();
        try {
            for (String name : view.list()) {
                String value = value(view, name);
                if (value != null) {
                    attributes.put("user." + name, value);
                }
            }
        } catch (IOException e) {
            return Map.of();
        }
        return attributes.isEmpty() ? Map.of() : attributes;
    }

    private static @Nullable String value(UserDefinedFileAttributeView view, String name) {
        try {
            ByteBuffer value = ByteBuffer.allocate(view.size(name));
            view.read(name, value);
            return HexFormat.of().formatHex(value.array(), 0, value.position());
        } catch (IOException e) {
            return null;
        }
    }
}
