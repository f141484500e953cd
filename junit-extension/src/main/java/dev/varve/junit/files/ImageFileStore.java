package dev.varve.junit.files;

import dev.varve.layer.Node;
import java.nio.file.FileStore;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;
import org.jspecify.annotations.Nullable;

/** Where an image's files are kept, as far as the JDK asks. */
final class ImageFileStore extends FileStore {
    private final ImageFileSystem files;

    ImageFileStore(ImageFileSystem files) {
        this.files = files;
    }

    @Override
    public String name() {
        return files.name();
    }

    @Override
    public String type() {
        return "image";
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public long getTotalSpace() {
        return files.files().below("").stream()
                .filter(Node::isFile)
                .mapToLong(node -> node.entry().size())
                .sum();
    }

    @Override
    public long getUsableSpace() {
        return 0;
    }

    @Override
    public long getUnallocatedSpace() {
        return 0;
    }

    @Override
    public boolean supportsFileAttributeView(Class<? extends FileAttributeView> type) {
        return AttributeViews.isKnown(type);
    }

    @Override
    public boolean supportsFileAttributeView(String name) {
        return files.supportedFileAttributeViews().contains(name);
    }

    @Override
    public <V extends FileStoreAttributeView> @Nullable V getFileStoreAttributeView(Class<V> type) {
        return null;
    }

    @Override
    public Object getAttribute(String attribute) {
        throw new UnsupportedOperationException("no attribute '" + attribute + "'");
    }
}
