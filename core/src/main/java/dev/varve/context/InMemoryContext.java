package dev.varve.context;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A build context written down in code. */
public final class InMemoryContext implements BuildContext {
    private final FileTree tree;
    private final Map<String, String> digests;

    private InMemoryContext(FileTree tree, Map<String, String> digests) {
        this.tree = tree;
        this.digests = digests;
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
    public List<Problem> problems() {
        return List.of();
    }

    /** Collects entries; folders that paths imply are made with mode 0755. */
    public static final class Builder {
        private final Map<String, Entry> entries = new HashMap<>();
        private final Map<String, String> digests = new HashMap<>();

        private Builder() {}

        /** A file of mode 0644. */
        public Builder file(String path, String content) {
            return file(path, content, 0644);
        }

        /** A file, its content in UTF-8. */
        public Builder file(String path, String content, int mode) {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            digests.put(path, Sha256.digest(bytes));
            return add(new Entry(path, EntryType.FILE, mode, bytes.length, null));
        }

        /** A folder of mode 0755. */
        public Builder directory(String path) {
            return directory(path, 0755);
        }

        /** A folder. */
        public Builder directory(String path, int mode) {
            return add(new Entry(path, EntryType.DIRECTORY, mode, 0, null));
        }

        /** A symlink. */
        public Builder symlink(String path, String target) {
            return add(new Entry(path, EntryType.SYMLINK, 0777, 0, target));
        }

        private Builder add(Entry entry) {
            int slash = entry.path().lastIndexOf('/');
            if (slash > 0 && !entries.containsKey(entry.path().substring(0, slash))) {
                directory(entry.path().substring(0, slash));
            }
            entries.put(entry.path(), entry);
            return this;
        }

        /** The context as collected so far. */
        public InMemoryContext build() {
            return new InMemoryContext(FileTree.of(entries.values()), Map.copyOf(digests));
        }
    }
}
