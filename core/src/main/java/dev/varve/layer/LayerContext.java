package dev.varve.layer;

import dev.varve.context.BuildContext;
import dev.varve.context.Entry;
import dev.varve.context.EntryType;
import dev.varve.context.FileTree;
import dev.varve.context.Problem;
import dev.varve.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A file system of layers as a build context. */
final class LayerContext implements BuildContext {
    private static final int BUFFER = 64 << 10;

    private final RootFileSystem files;
    private final FileTree tree;
    private final Map<Object, String> digests = new ConcurrentHashMap<>();

    LayerContext(RootFileSystem files) {
        this.files = files;
        this.tree =
                FileTree.of(files.below("").stream().map(LayerContext::entry).toList());
    }

    private static Entry entry(Node node) {
        LayerEntry entry = node.entry();
        return new Entry(
                entry.path(),
                type(entry.kind()),
                entry.mode(),
                entry.uid(),
                entry.gid(),
                entry.size(),
                node.isSymlink() ? entry.linkTarget() : null);
    }

    private static EntryType type(LayerEntry.Kind kind) {
        return switch (kind) {
            case FILE -> EntryType.FILE;
            case DIRECTORY -> EntryType.DIRECTORY;
            case SYMLINK -> EntryType.SYMLINK;
            case FIFO -> EntryType.FIFO;
            case CHARACTER_DEVICE -> EntryType.CHARACTER_DEVICE;
            case BLOCK_DEVICE -> EntryType.BLOCK_DEVICE;
            case HARD_LINK, WHITEOUT, OPAQUE -> throw new IllegalStateException("not part of a file system: " + kind);
        };
    }

    @Override
    public FileTree tree() {
        return tree;
    }

    @Override
    public String digest(Entry file) throws IOException {
        Node node = node(file);
        LayerEntry entry = node.entry();
        if (!node.isFile()) {
            return "device:" + entry.deviceMajor() + ":" + entry.deviceMinor();
        }
        try {
            return cachedDigest(node);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String digest(Node node) {
        try (InputStream in = node.open()) {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            byte[] buffer =
                    new byte[(int) Math.min(BUFFER, Math.max(1, node.entry().size()))];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                hash.update(buffer, 0, read);
            }
            return Digest.sha256(hash.digest()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public Map<String, String> attributes(Entry entry) {
        Map<String, byte[]> attributes = node(entry).entry().attributes();
        if (attributes.isEmpty()) {
            return Map.of();
        }
        Map<String, String> hex = new TreeMap<>();
        attributes.forEach((name, value) -> hex.put(name, HexFormat.of().formatHex(value)));
        return hex;
    }

    @Override
    public InputStream open(Entry file) throws IOException {
        return node(file).open();
    }

    @Override
    public Optional<Instant> modified(Entry entry) {
        return Optional.of(node(entry).entry().modified());
    }

    @Override
    public Optional<Object> sharedFile(Entry file) {
        return node(file).sharedFile();
    }

    @Override
    public void prepare(Collection<Entry> entries) throws IOException {
        try {
            entries.parallelStream()
                    .filter(entry -> entry.type() == EntryType.FILE)
                    .forEach(entry -> cachedDigest(node(entry)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String cachedDigest(Node file) {
        return digests.computeIfAbsent(file.sharedFile().orElse(file.path()), key -> digest(file));
    }

    private Node node(Entry entry) {
        return files.find(entry.path())
                .orElseThrow(() -> new IllegalArgumentException("not in this context: '" + entry.path() + "'"));
    }

    @Override
    public List<Problem> problems() {
        return List.of();
    }
}
