package dev.varve.engine.files;

import dev.varve.context.LinkResolver;
import dev.varve.context.PathPattern;
import dev.varve.context.PatternMatcher;
import dev.varve.context.SlashPath;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerEntry.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Copies files into a draft as BuildKit does (<code>solver/llbsolver/file/backend.go</code>, {@code docopy};
 * {@code tonistiigi/fsutil/copy/copy.go}).
 */
public final class FileCopy {
    private static final int FOLDER_MODE = 0755;

    private final SourceTree source;
    private final LayerDraft target;
    private final CopyOptions options;
    private final Path spool;
    private final @Nullable PatternMatcher includes;
    private final @Nullable PatternMatcher excludes;
    private final Map<Object, String> sharedFiles = new HashMap<>();
    private final Deque<Pending> folders = new ArrayDeque<>();

    /** A folder on the way, made only when something in it is copied. */
    private static final class Pending {
        private final LayerEntry from;
        private final String to;
        private boolean made;

        private Pending(LayerEntry from, String to) {
            this.from = from;
            this.to = to;
        }
    }

    /**
     * @param spool a folder for files of archives, which must be there until the draft has been written
     */
    public FileCopy(SourceTree source, LayerDraft target, CopyOptions options, Path spool) {
        this.source = source;
        this.target = target;
        this.options = options;
        this.spool = spool;
        this.includes = options.includes().isEmpty() ? null : PatternMatcher.compile(options.includes());
        this.excludes = options.excludes().isEmpty() ? null : PatternMatcher.compile(options.excludes());
    }

    /**
     * Copies what one source names.
     *
     * @param from a path of the source tree; wildcards count where the options say so
     * @param to an absolute path; a trailing slash makes it a folder
     * @throws FileCopyException where something is in the way
     * @throws IOException where a file cannot be read
     */
    public void copy(String from, String to) throws IOException {
        String path = SlashPath.inContext(from);
        if (!options.wildcards() || !PathPattern.hasWildcard(path)) {
            copyOne(path, to);
            return;
        }
        for (String match : matches(path)) {
            copyOne(match, to);
        }
    }

    private void copyOne(String from, String to) throws IOException {
        String followed = options.followLinks() ? resolve(from, true) : resolve(from, false);
        LayerEntry entry =
                source.find(followed).orElseThrow(() -> new FileCopyException("/" + from + ": there is no such file"));
        if (options.unpack() && entry.kind() == Kind.FILE) {
            Optional<ArchiveSource> archive = ArchiveSource.open(source, entry);
            if (archive.isPresent()) {
                unpack(archive.get(), to);
                return;
            }
        }
        String folder = to.endsWith("/") ? to : SlashPath.parent(to) + "/";
        makeFolders(target.resolve(SlashPath.inContext(folder)));
        String place = target.resolve(SlashPath.inContext(to));
        boolean isFolder = entry.kind() == Kind.DIRECTORY;
        boolean intoFolder = target.isFolder(place);
        if (intoFolder && (!isFolder || !options.contentsOnly())) {
            place = join(place, SlashPath.base(from.isEmpty() ? "" : from));
        }
        boolean newFolder =
                options.contentsOnly() && isFolder && target.find(place).isEmpty();
        makeFolders(newFolder ? place : SlashPath.parent(place));
        copy(entry, "", place, false, null, null);
    }

    private void makeFolders(String path) throws FileCopyException {
        target.makeFolders(path, options.folderMode(FOLDER_MODE), options.owner());
    }

    private void unpack(ArchiveSource archive, String to) throws IOException {
        String place = target.resolve(SlashPath.inContext(to));
        target.makeFolders(place, FOLDER_MODE, options.owner());
        archive.unpack(target, place, options.owner(), spool);
    }

    /** The path without symlinks in the source. */
    private String resolve(String path, boolean followLast) throws FileCopyException {
        return new LinkResolver(at -> source.find(at)
                        .filter(entry -> entry.kind() == Kind.SYMLINK)
                        .map(LayerEntry::linkTarget)
                        .orElse(null))
                .resolve(path, followLast)
                .orElseThrow(() -> new FileCopyException("/" + path + ": too many symlinks follow one another"));
    }

    /** What a path with wildcards matches ({@code ResolveWildcards}): what is in a folder that matches is not tried. */
    private List<String> matches(String path) throws FileCopyException {
        List<String> fixed = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (String name : path.split("/")) {
            (rest.isEmpty() && !PathPattern.hasWildcard(name) ? fixed : rest).add(name);
        }
        String start = String.join("/", fixed);
        String followed = options.followLinks() ? resolve(start, true) : start;
        List<String> found = new ArrayList<>();
        PathPattern pattern = PathPattern.compile(String.join("/", rest));
        walk(followed, "", pattern, rest.size(), relative -> found.add(join(start, relative)));
        return found;
    }

    private void walk(
            String folder, String relative, PathPattern pattern, int depth, java.util.function.Consumer<String> found) {
        if (depth == 0) {
            return;
        }
        for (LayerEntry child : source.children(folder)) {
            String path = join(relative, child.name());
            if (pattern.matches(path)) {
                found.accept(path);
            } else if (child.kind() == Kind.DIRECTORY) {
                walk(child.path(), path, pattern, depth - 1, found);
            }
        }
    }

    private void copy(
            LayerEntry entry,
            String relative,
            String place,
            boolean overwriteFolders,
            PatternMatcher.@Nullable Match parentIncluded,
            PatternMatcher.@Nullable Match parentExcluded)
            throws IOException {
        boolean include = true;
        PatternMatcher.Match included = null;
        PatternMatcher.Match excluded = null;
        if (!relative.isEmpty()) {
            if (includes != null) {
                included = includes.match(relative, parentIncluded);
                include = included.matched();
            }
            if (excludes != null) {
                excluded = excludes.match(relative, parentExcluded);
                include = include && !excluded.matched();
            }
        }
        if (entry.kind() == Kind.DIRECTORY) {
            copyFolder(entry, relative, place, overwriteFolders, include, included, excluded);
        } else if (include) {
            makePending(overwriteFolders);
            copyFile(entry, place);
        }
    }

    private void copyFolder(
            LayerEntry entry,
            String relative,
            String place,
            boolean overwrite,
            boolean include,
            PatternMatcher.@Nullable Match included,
            PatternMatcher.@Nullable Match excluded)
            throws IOException {
        if (include) {
            makePending(overwrite);
            makeFolder(entry, place, overwrite, overwrite);
        }
        Pending pending = new Pending(entry, place);
        pending.made = include;
        folders.addLast(pending);
        for (LayerEntry child : source.children(entry.path())) {
            String path = join(relative, child.name());
            copy(child, path, join(place, child.name()), true, included, excluded);
        }
        folders.removeLast();
        // of the folder that the copy began with the time is taken on in any case
        if (include || !overwrite) {
            target.setModified(place, entry.modified());
        }
    }

    /** @param inherit whether a folder that is there gets the metadata of the one that is copied */
    private void makeFolder(LayerEntry entry, String place, boolean overwriteMode, boolean inherit)
            throws FileCopyException {
        Optional<LayerEntry> there = target.find(place);
        if (there.isEmpty() || (there.get().kind() == Kind.DIRECTORY && inherit)) {
            target.put(copied(entry, place), LayerDraft.Content.NONE);
        } else if (there.get().kind() != Kind.DIRECTORY) {
            throw new FileCopyException(
                    "cannot copy the folder /" + entry.path() + " over /" + place + ", which is not a folder");
        } else if (overwriteMode) {
            target.put(there.get().withMode(entry.mode()), LayerDraft.Content.NONE);
        }
    }

    private void makePending(boolean overwrite) throws FileCopyException {
        for (Pending folder : folders) {
            if (!folder.made) {
                makeFolder(folder.from, folder.to, overwrite, false);
                folder.made = true;
            }
        }
    }

    private void copyFile(LayerEntry entry, String place) throws IOException {
        if (target.isFolder(place)) {
            throw new FileCopyException("cannot copy the file /" + entry.path() + " over the folder /" + place);
        }
        Optional<Object> shared = entry.kind() == Kind.FILE ? source.sharedFile(entry) : Optional.empty();
        String first = shared.map(file -> sharedFiles.putIfAbsent(file, place)).orElse(null);
        if (first != null && !first.equals(place)) {
            target.put(LayerEntry.hardLink(place, first), LayerDraft.Content.NONE);
        } else {
            target.put(copied(entry, place), () -> source.open(entry));
        }
    }

    private LayerEntry copied(LayerEntry entry, String place) {
        LayerEntry copy = entry.withPath(place);
        if (options.owner().isPresent()) {
            copy = copy.withOwner(
                    options.owner().get().uid(), options.owner().get().gid());
        }
        if (options.mode().isPresent() && entry.kind() != Kind.SYMLINK) {
            copy = copy.withMode(options.mode().get().apply(entry.mode(), entry.kind() == Kind.DIRECTORY));
        }
        return copy;
    }

    private static String join(String folder, String name) {
        return folder.isEmpty() ? name : name.isEmpty() ? folder : folder + "/" + name;
    }
}
