package dev.varve.engine.files;

import dev.varve.context.BuildContext;
import dev.varve.context.Entry;
import dev.varve.context.EntryType;
import dev.varve.layer.LayerEntry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of a build context, which belong to root. Sockets are empty files, as BuildKit's client sends them. */
public final class ContextTree implements SourceTree {
    private final BuildContext context;
    private final Instant unknownTime;

    /** @param unknownTime when entries were changed of which the context does not know */
    public ContextTree(BuildContext context, Instant unknownTime) {
        this.context = context;
        this.unknownTime = unknownTime;
    }

    @Override
    public Optional<LayerEntry> find(String path) {
        if (path.isEmpty()) {
            return Optional.of(LayerEntry.directory("", 0755).withModified(unknownTime));
        }
        return Optional.ofNullable(context.tree().find(path)).map(this::entry);
    }

    @Override
    public List<LayerEntry> children(String folder) {
        return context.tree().children(folder).stream().map(this::entry).toList();
    }

    @Override
    public InputStream open(LayerEntry file) throws IOException {
        Entry entry = context.tree().find(file.path());
        if (entry == null) {
            throw new IllegalArgumentException("not in this context: " + file.path());
        }
        return entry.type() == EntryType.SOCKET ? InputStream.nullInputStream() : context.open(entry);
    }

    @Override
    public Optional<Object> sharedFile(LayerEntry file) {
        return Optional.ofNullable(context.tree().find(file.path())).flatMap(context::sharedFile);
    }

    private LayerEntry entry(Entry entry) {
        LayerEntry.Kind kind = switch (entry.type()) {
            case FILE, SOCKET -> LayerEntry.Kind.FILE;
            case DIRECTORY -> LayerEntry.Kind.DIRECTORY;
            case SYMLINK -> LayerEntry.Kind.SYMLINK;
            case FIFO -> LayerEntry.Kind.FIFO;
            case CHARACTER_DEVICE -> LayerEntry.Kind.CHARACTER_DEVICE;
            case BLOCK_DEVICE -> LayerEntry.Kind.BLOCK_DEVICE;
        };
        String target = entry.linkTarget();
        return new LayerEntry(
                entry.path(),
                kind,
                entry.mode(),
                0,
                0,
                context.modified(entry).orElse(unknownTime),
                kind == LayerEntry.Kind.FILE ? entry.size() : 0,
                target == null ? "" : target,
                0,
                0,
                attributes(entry));
    }

    private Map<String, byte[]> attributes(Entry entry) {
        if (entry.type() != EntryType.FILE && entry.type() != EntryType.DIRECTORY) {
            return Map.of();
        }
        Map<String, byte[]> attributes = new TreeMap<>();
        try {
            context.attributes(entry).forEach((name, value) -> {
                attributes.put(name, HexFormat.of().parseHex(value));
            });
        } catch (IOException e) {
            // told as a problem of the context where it matters
            return Map.of();
        }
        return attributes;
    }
}
