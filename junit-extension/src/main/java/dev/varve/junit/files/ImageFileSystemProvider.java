package dev.varve.junit.files;

import dev.varve.layer.Node;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the JDK does with the files of images. It is not found by URI: a file system comes from its image. */
final class ImageFileSystemProvider extends FileSystemProvider {
    static final String SCHEME = "varve-image";

    private static ImagePath of(Path path) {
        if (path instanceof ImagePath own) {
            return own;
        }
        throw new ProviderMismatchException("'" + path + "' is no path of an image");
    }

    private static Node find(Path path, LinkOption... options) throws IOException {
        return of(path).getFileSystem().find(of(path), options);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
        throw new UnsupportedOperationException("the files of an image come from the image");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException("the files of an image come from the image");
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException("the files of an image come from the image");
    }

    private static Node file(Path path, Iterable<? extends OpenOption> options) throws IOException {
        for (OpenOption option : options) {
            if (option != StandardOpenOption.READ && option instanceof StandardOpenOption) {
                throw new ReadOnlyFileSystemException();
            }
        }
        Node node = find(path);
        if (!node.isFile()) {
            throw new FileSystemException(
                    path.toString(), null, "it is a " + node.entry().kind());
        }
        return node;
    }

    @Override
    public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
        return of(path).getFileSystem().files().open(file(path, Arrays.asList(options)));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return new FileChannelReader(of(path).getFileSystem().files(), file(path, options));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        Node node = find(folder);
        if (!node.isDirectory()) {
            throw new NotDirectoryException(folder.toString());
        }
        List<Path> children = new java.util.ArrayList<>();
        for (Node child : of(folder).getFileSystem().files().children(node.path())) {
            Path path = folder.resolve(child.path().substring(child.path().lastIndexOf('/') + 1));
            if (filter.accept(path)) {
                children.add(path);
            }
        }
        return new Children(children);
    }

    private record Children(List<Path> paths) implements DirectoryStream<Path> {
        @Override
        public java.util.Iterator<Path> iterator() {
            return paths.iterator();
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        Node node = find(link, LinkOption.NOFOLLOW_LINKS);
        if (!node.isSymlink()) {
            throw new NotLinkException(link.toString());
        }
        return of(link).getFileSystem().getPath(node.entry().linkTarget());
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public void delete(Path path) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public void setAttribute(Path path, String attribute, @Nullable Object value, LinkOption... options) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        if (one.equals(other)) {
            return true;
        }
        if (!(one instanceof ImagePath a)
                || !(other instanceof ImagePath b)
                || !a.getFileSystem().equals(b.getFileSystem())) {
            return false;
        }
        Node first = find(one);
        Node second = find(other);
        return first.path().equals(second.path())
                || (first.sharedFile().isPresent() && first.sharedFile().equals(second.sharedFile()));
    }

    @Override
    public boolean isHidden(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    @Override
    public FileStore getFileStore(Path path) {
        return new ImageFileStore(of(path).getFileSystem());
    }

    /** As root would have it: everything can be read, and executed where anybody may. */
    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        Node node = find(path);
        for (AccessMode mode : modes) {
            if (mode == AccessMode.WRITE) {
                throw new AccessDeniedException(path.toString(), null, "the files of an image are read only");
            }
            if (mode == AccessMode.EXECUTE
                    && !node.isDirectory()
                    && (node.entry().mode() & 0111) == 0) {
                throw new AccessDeniedException(path.toString(), null, "nobody may execute it");
            }
        }
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return AttributeViews.isKnown(type) ? type.cast(AttributeViews.of(of(path), type, options)) : null;
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        if (type != BasicFileAttributes.class && type != PosixFileAttributes.class) {
            throw new UnsupportedOperationException("attributes of type " + type.getName());
        }
        return type.cast(new ImageFileAttributes(
                find(path, options), of(path).getFileSystem().accounts()));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        int colon = attributes.indexOf(':');
        String view = colon < 0 ? "basic" : attributes.substring(0, colon);
        List<String> names = List.of(attributes.substring(colon + 1).split(","));
        ImageFileSystem files = of(path).getFileSystem();
        if (!Set.of("basic", "owner", "posix", "unix").contains(view)) {
            throw new UnsupportedOperationException("view '" + view + "'");
        }
        Map<String, Object> all = new ImageFileAttributes(find(path, options), files.accounts()).of(view);
        if (names.contains("*")) {
            return all;
        }
        Map<String, Object> wanted = new LinkedHashMap<>();
        for (String name : names) {
            Object value = all.get(name);
            if (value == null) {
                throw new IllegalArgumentException("there is no attribute '" + name + "' of view '" + view + "'");
            }
            wanted.put(name, value);
        }
        return wanted;
    }
}
