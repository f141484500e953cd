package dev.varve.junit.files;

import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The files of an image, of one of its layers or of a container, as a program in a container would see them: symlinks are
 * resolved within the image. Read only; closing it has no effect, since many may share it. Besides {@code basic},
 * {@code owner} and {@code posix} it has the attributes of the JDK's view {@code unix}, and extended attributes as
 * {@code user}. Safe for use by several threads.
 */
public final class ImageFileSystem extends FileSystem {
    private static final Set<String> VIEWS = Set.of("basic", "owner", "posix", "unix", "user");

    private final ImageFileSystemProvider provider = new ImageFileSystemProvider();
    private final String name;
    private final RootFileSystem files;
    private final ImageAccounts accounts;

    private ImageFileSystem(String name, RootFileSystem files) {
        this.name = name;
        this.files = files;
        this.accounts = new ImageAccounts(files);
    }

    /**
     * A file system of these files, whose layers must stay open as long as it is used.
     *
     * @param name what it is of, for URIs
     */
    public static ImageFileSystem of(String name, RootFileSystem files) {
        return new ImageFileSystem(name, files);
    }

    String name() {
        return name;
    }

    RootFileSystem files() {
        return files;
    }

    ImageAccounts accounts() {
        return accounts;
    }

    /** @throws NoSuchFileException where nothing is there */
    Node find(ImagePath path, LinkOption... options) throws IOException {
        boolean follow = !Arrays.asList(options).contains(LinkOption.NOFOLLOW_LINKS);
        String real = files.realPath(path.toAbsolutePath().toString(), follow)
                .orElseThrow(() -> new FileSystemLoopException(path.toString()));
        if (real.isEmpty()) {
            return files.root();
        }
        return files.find(real).orElseThrow(() -> new NoSuchFileException(path.toString()));
    }

    @Override
    public ImageFileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        // as with the machine's own files, there is nothing to close
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(getPath("/"));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of(new ImageFileStore(this));
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return VIEWS;
    }

    @Override
    public Path getPath(String first, String... more) {
        return ImagePath.parse(this, more.length == 0 ? first : first + "/" + String.join("/", more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(Path.of(path.toString()));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return accounts;
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException("the files of an image do not change");
    }

    @Override
    public String toString() {
        return name;
    }
}
