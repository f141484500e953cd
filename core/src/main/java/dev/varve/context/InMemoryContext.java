package dev.varve.context;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A build context written down in code, or read by a caller from anywhere: a tar, a git tree, a test. */
public final class InMemoryContext implements BuildContext {
    private final FileTree tree;
    private final Map<String, String> digests;
    private final Map<String, byte[]> bytes;
    private final Map<String, Map<String, String>> attributes;

    private InMemoryContext(Builder builder) {
        this.tree = FileTree.of(builder.entries.values());
        this.digests = Map.copyOf(builder.digests);
        this.bytes = Map.copyOf(builder.bytes);
        this.attributes = new HashMap<>();
        builder.attributes.forEach(
                (path, values) -> attributes.put(path, Collections.unmodifiableMap(new TreeMap<>(values))));
    }

    /** A builder of one. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public FileTree tree() {
        return tree;
    }

    @Override
    public String digest(Entry file) {
        String digest = digests.get(file.path());
        if (digest == null) {
            throw new IllegalArgumentException("not a file of this context: " + file.path());
        }
        return digest;
    }

    @Override
    public InputStream open(Entry file) throws IOException {
        byte[] known = bytes.get(file.path());
        return known == null ? BuildContext.super.open(file) : new ByteArrayInputStream(known);
    }

    @Override
    public Map<String, String> attributes(Entry entry) {
        return attributes.getOrDefault(entry.path(), Map.of());
    }

    @Override
    public List<Problem> problems() {
        return List.of();
    }

    /** Collects entries; folders that paths imply are made with mode 0755. A path given twice is what it was last. */
    public static final class Builder {
        private final Map<String, Entry> entries = new HashMap<>();
        private final Map<String, String> digests = new HashMap<>();
        private final Map<String, byte[]> bytes = new HashMap<>();
        private final Map<String, Map<String, String>> attributes = new HashMap<>();

        private Builder() {}

        /** A file of mode 0644, its content in UTF-8. */
        public Builder file(String path, String content) {
            return file(path, content, 0644);
        }

        /** A file, its content in UTF-8. */
        public Builder file(String path, String content, int mode) {
            byte[] utf8 = content.getBytes(StandardCharsets.UTF_8);
            file(path, Sha256.digest(utf8), utf8.length, mode);
            bytes.put(path, utf8);
            return this;
        }

        /** A file of which only a digest is known. */
        public Builder file(String path, String digest, long size, int mode) {
            bytes.remove(path);
            return add(new Entry(path, EntryType.FILE, mode, size, null), digest);
        }

        /** A folder of mode 0755. */
        public Builder directory(String path) {
            return directory(path, 0755);
        }

        /** A folder. */
        public Builder directory(String path, int mode) {
            return add(new Entry(path, EntryType.DIRECTORY, mode, 0, null), null);
        }

        /** A symlink. */
        public Builder symlink(String path, String target) {
            return add(new Entry(path, EntryType.SYMLINK, 0777, 0, target), null);
        }

        /**
         * A fifo or socket.
         *
         * @throws IllegalArgumentException if it is of another type
         */
        public Builder special(String path, EntryType type, int mode) {
            if (type != EntryType.FIFO && type != EntryType.SOCKET) {
                throw new IllegalArgumentException(path + " is no fifo or socket: " + type);
            }
            return add(new Entry(path, type, mode, 0, null), null);
        }

        /** An extended attribute of a file or folder that is given too. */
        public Builder attribute(String path, String name, String value) {
            attributes.computeIfAbsent(path, key -> new TreeMap<>()).put(name, value);
            return this;
        }

        private Builder add(Entry entry, @Nullable String digest) {
            entries.put(entry.path(), entry);
            if (digest != null) {
                digests.put(entry.path(), digest);
            }
            String parent = SlashPath.parent(entry.path());
            while (!parent.isEmpty() && entries.putIfAbsent(parent, implied(parent)) == null) {
                parent = SlashPath.parent(parent);
            }
            return this;
        }

        private static Entry implied(String folder) {
            return new Entry(folder, EntryType.DIRECTORY, 0755, 0, null);
        }

        /**
         * The context as collected so far.
         *
         * @throws IllegalArgumentException if a path is not clean, or something lies in what is no folder
         */
        public InMemoryContext build() {
            return new InMemoryContext(this);
        }
    }
}
