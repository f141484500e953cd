package dev.varve.junit.files;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path in an image: names and slashes, as on Linux, whatever this machine's paths look like. */
final class ImagePath implements Path {
    private final ImageFileSystem files;
    private final boolean absolute;
    private final List<String> names;

    private ImagePath(ImageFileSystem files, boolean absolute, List<String> names) {
        this.files = files;
        this.absolute = absolute;
        this.names = names;
    }

    static ImagePath parse(ImageFileSystem files, String text) {
        List<String> names =
                Arrays.stream(text.split("/")).filter(name -> !name.isEmpty()).toList();
        boolean absolute = text.startsWith("/");
        return new ImagePath(files, absolute, names.isEmpty() && !absolute ? List.of("") : names);
    }

    private ImagePath with(boolean isAbsolute, List<String> others) {
        return new ImagePath(files, isAbsolute, List.copyOf(others));
    }

    private boolean isEmpty() {
        return !absolute && names.size() == 1 && names.get(0).isEmpty();
    }

    private ImagePath of(Path other) {
        if (other instanceof ImagePath path) {
            return path;
        }
        throw new ProviderMismatchException("'" + other + "' is no path of an image");
    }

    @Override
    public ImageFileSystem getFileSystem() {
        return files;
    }

    @Override
    public boolean isAbsolute() {
        return absolute;
    }

    @Override
    public @Nullable Path getRoot() {
        return absolute ? with(true, List.of()) : null;
    }

    @Override
    public @Nullable Path getFileName() {
        return names.isEmpty() ? null : with(false, names.subList(names.size() - 1, names.size()));
    }

    @Override
    public @Nullable Path getParent() {
        if (names.isEmpty() || (names.size() == 1 && !absolute)) {
            return null;
        }
        return with(absolute, names.subList(0, names.size() - 1));
    }

    @Override
    public int getNameCount() {
        return names.size();
    }

    @Override
    public Path getName(int index) {
        return subpath(index, index + 1);
    }

    @Override
    public Path subpath(int begin, int end) {
        if (begin < 0 || begin >= end || end > names.size()) {
            throw new IllegalArgumentException("'" + this + "' has no names " + begin + " to " + end);
        }
        return with(false, names.subList(begin, end));
    }

    @Override
    public boolean startsWith(Path other) {
        return other instanceof ImagePath path
                && path.files.equals(files)
                && path.absolute == absolute
                && path.names.size() <= names.size()
                && names.subList(0, path.names.size()).equals(path.names);
    }

    @Override
    public boolean endsWith(Path other) {
        if (!(other instanceof ImagePath path) || !path.files.equals(files) || path.names.size() > names.size()) {
            return false;
        }
        boolean whole = path.names.size() == names.size();
        return (path.absolute ? absolute && whole : !path.names.isEmpty())
                && names.subList(names.size() - path.names.size(), names.size()).equals(path.names);
    }

    @Override
    public Path normalize() {
        Deque<String> kept = new ArrayDeque<>();
        for (String name : names) {
            if (name.equals("..") && (!kept.isEmpty() || absolute)) {
                if (kept.isEmpty() || !kept.getLast().equals("..")) {
                    kept.pollLast();
                    continue;
                }
            }
            if (!name.equals(".")) {
                kept.addLast(name);
            }
        }
        return kept.isEmpty() && !absolute ? with(false, List.of("")) : with(absolute, List.copyOf(kept));
    }

    @Override
    public Path resolve(Path other) {
        ImagePath path = of(other);
        if (path.absolute || isEmpty()) {
            return path;
        }
        if (path.isEmpty()) {
            return this;
        }
        List<String> joined = new java.util.ArrayList<>(names);
        joined.addAll(path.names);
        return with(absolute, joined);
    }

    @Override
    public Path relativize(Path other) {
        ImagePath path = of(other);
        if (path.absolute != absolute) {
            throw new IllegalArgumentException("one of '" + this + "' and '" + other + "' is absolute, one is not");
        }
        if (isEmpty()) {
            return path;
        }
        int common = 0;
        while (common < Math.min(names.size(), path.names.size())
                && names.get(common).equals(path.names.get(common))) {
            common++;
        }
        List<String> way = new java.util.ArrayList<>();
        for (int i = common; i < names.size(); i++) {
            way.add("..");
        }
        if (!path.isEmpty()) {
            way.addAll(path.names.subList(common, path.names.size()));
        }
        return with(false, way.isEmpty() ? List.of("") : way);
    }

    @Override
    public URI toUri() {
        try {
            return new URI(ImageFileSystemProvider.SCHEME, files.name() + "!" + toAbsolutePath(), null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no URI of " + this, e);
        }
    }

    @Override
    public ImagePath toAbsolutePath() {
        return absolute ? this : with(true, isEmpty() ? List.of() : names);
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return parse(files, "/" + files.find(this, options).path());
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("the files of an image do not change");
    }

    @Override
    public int compareTo(Path other) {
        return toString().compareTo(of(other).toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImagePath path
                && path.files.equals(files)
                && path.absolute == absolute
                && path.names.equals(names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    @Override
    public String toString() {
        return (absolute ? "/" : "") + String.join("/", names);
    }
}
