package dev.varve.junit.files;

import dev.varve.layer.Node;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The views of a file's attributes. */
final class AttributeViews {
    private static final Set<Class<? extends FileAttributeView>> KNOWN = Set.of(
            BasicFileAttributeView.class,
            FileOwnerAttributeView.class,
            PosixFileAttributeView.class,
            UserDefinedFileAttributeView.class);
    private static final String USER = "user.";

    private AttributeViews() {}

    static boolean isKnown(Class<? extends FileAttributeView> type) {
        return KNOWN.contains(type);
    }

    static FileAttributeView of(ImagePath path, Class<? extends FileAttributeView> type, LinkOption... options) {
        return type == UserDefinedFileAttributeView.class
                ? new Extended(path, List.of(options))
                : new Posix(path, List.of(options));
    }

    private record Posix(ImagePath path, List<LinkOption> options) implements PosixFileAttributeView {
        @Override
        public String name() {
            return "posix";
        }

        @Override
        public ImageFileAttributes readAttributes() throws IOException {
            ImageFileSystem files = path.getFileSystem();
            return new ImageFileAttributes(files.find(path, options.toArray(LinkOption[]::new)), files.accounts());
        }

        @Override
        public UserPrincipal getOwner() throws IOException {
            return readAttributes().owner();
        }

        @Override
        public void setTimes(@Nullable FileTime modified, @Nullable FileTime accessed, @Nullable FileTime created) {
            throw new ReadOnlyFileSystemException();
        }

        @Override
        public void setPermissions(Set<PosixFilePermission> permissions) {
            throw new ReadOnlyFileSystemException();
        }

        @Override
        public void setGroup(GroupPrincipal group) {
            throw new ReadOnlyFileSystemException();
        }

        @Override
        public void setOwner(UserPrincipal owner) {
            throw new ReadOnlyFileSystemException();
        }
    }

    /** Extended attributes: {@code user.x} is called {@code x}, all others by their whole names. */
    private record Extended(ImagePath path, List<LinkOption> options) implements UserDefinedFileAttributeView {
        @Override
        public String name() {
            return "user";
        }

        private Map<String, byte[]> attributes() throws IOException {
            Node node = path.getFileSystem().find(path, options.toArray(LinkOption[]::new));
            return node.entry().attributes();
        }

        @Override
        public List<String> list() throws IOException {
            return attributes().keySet().stream()
                    .map(name -> name.startsWith(USER) ? name.substring(USER.length()) : name)
                    .toList();
        }

        private byte[] value(String name) throws IOException {
            Map<String, byte[]> attributes = attributes();
            byte[] value = attributes.containsKey(USER + name) ? attributes.get(USER + name) : attributes.get(name);
            if (value == null) {
                throw new NoSuchFileException(path.toString(), null, "no extended attribute '" + name + "'");
            }
            return value;
        }

        @Override
        public int size(String name) throws IOException {
            return value(name).length;
        }

        @Override
        public int read(String name, ByteBuffer target) throws IOException {
            byte[] value = value(name);
            target.put(value);
            return value.length;
        }

        @Override
        public int write(String name, ByteBuffer source) {
            throw new ReadOnlyFileSystemException();
        }

        @Override
        public void delete(String name) {
            throw new ReadOnlyFileSystemException();
        }
    }
}
