package dev.varve.engine.build;

import dev.varve.context.BuildContext;
import dev.varve.context.Entry;
import dev.varve.context.EntryType;
import dev.varve.context.InMemoryContext;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/** What a build context holds, without the bytes, as a short record. */
final class ContextListing {
    private ContextListing() {}

    static void write(BuildContext context, DataOutputStream out) throws IOException {
        out.writeInt(context.tree().size());
        for (Entry entry : context.tree().entries()) {
            out.writeUTF(entry.path());
            out.writeUTF(entry.type().name());
            out.writeShort(entry.mode());
            out.writeLong(entry.size());
            String target = entry.linkTarget();
            if (target != null) {
                out.writeUTF(target);
            }
            boolean hasDigest = entry.type() == EntryType.FILE;
            if (hasDigest) {
                out.writeUTF(context.digest(entry));
            }
            boolean hasAttributes = hasDigest || entry.type() == EntryType.DIRECTORY;
            Map<String, String> attributes = hasAttributes ? context.attributes(entry) : Map.of();
            out.writeShort(attributes.size());
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                out.writeUTF(attribute.getKey());
                out.writeUTF(attribute.getValue());
            }
        }
    }

    static BuildContext read(DataInputStream in) throws IOException {
        InMemoryContext.Builder context = InMemoryContext.builder();
        for (int count = in.readInt(); count > 0; count--) {
            String path = in.readUTF();
            EntryType type = EntryType.valueOf(in.readUTF());
            int mode = in.readShort();
            long size = in.readLong();
            switch (type) {
                case FILE -> context.file(path, in.readUTF(), size, mode);
                case DIRECTORY -> context.directory(path, mode);
                case SYMLINK -> context.symlink(path, in.readUTF());
                case FIFO, SOCKET -> context.special(path, type, mode);
                case CHARACTER_DEVICE, BLOCK_DEVICE -> {
                    // a device has no place in a context that is not a folder
                }
            }
            for (int attributes = in.readShort(); attributes > 0; attributes--) {
                context.attribute(path, in.readUTF(), in.readUTF());
            }
        }
        return context.build();
    }
}
