package dev.varve.context;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The walk of a selector that has a wildcard or filters ({@code includedPaths} in BuildKit's
 * {@code cache/contenthash/checksum.go}). It goes over single files and folder headers; a folder's header counts when
 * something in it does.
 */
final class SelectorWalk {
    private final FileTree tree;
    private final SelectorFinder finder;
    private final Selector selector;
    private final String base;
    private final @Nullable PathPattern wildcard;
    private final @Nullable PatternMatcher include;
    private final @Nullable PatternMatcher exclude;
    private final List<Selected.Path> selected = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Deque<Folder> folders = new ArrayDeque<>();
    private @Nullable String matchedFolder;

    /** Throws {@link MalformedPatternException} for any pattern of the selector. */
    SelectorWalk(FileTree tree, SelectorFinder finder, Selector selector) {
        this.tree = tree;
        this.finder = finder;
        this.selector = selector;
        String path = SelectorFinder.absolute(selector.path());
        this.base = path.equals("/") ? "" : path;
        this.wildcard = selector.wildcard() ? PathPattern.compile(base) : null;
        this.include = matcher(selector.includePatterns());
        this.exclude = matcher(selector.excludePatterns());
    }

    private static @Nullable PatternMatcher matcher(List<String> patterns) {
        return patterns.isEmpty() ? null : PatternMatcher.compile(patterns);
    }

    /** Walks what starts at a place. */
    Selected run(int start, String startName, String resolved) {
        int end = start == Selected.ROOT ? tree.size() : tree.end(start);
        String prefix = startName.equals("/") ? "" : startName;
        int cut = resolved.isEmpty() ? 0 : resolved.length() + 1;
        for (int i = Math.max(start, 0); i < end; ) {
            String name = prefix + ("/" + tree.entries().get(i).path()).substring(cut);
            i = visit(i, name) ? i + 1 : tree.end(i);
        }
        for (String required : selector.requiredPaths()) {
            if (selected.stream().noneMatch(path -> path.name().startsWith(required))) {
                problems.add(SelectorFinder.notFound(required));
            }
        }
        boolean single = selected.size() == 1
                && !base.isEmpty()
                && SlashPath.base(base).equals(SlashPath.base(selected.get(0).name()));
        return new Selected(single, relativeTo(prefix), problems);
    }

    private List<Selected.Path> relativeTo(String prefix) {
        return selected.stream()
                .map(path -> new Selected.Path(
                        path.name().startsWith(prefix) ? path.name().substring(prefix.length()) : path.name(),
                        path.index(),
                        path.whole(),
                        path.links()))
                .toList();
    }

    /** Visits an entry; false when nothing it holds need be visited. */
    private boolean visit(int index, String name) {
        Entry entry = tree.entries().get(index);
        while (!folders.isEmpty() && !name.startsWith(folders.getFirst().name + "/")) {
            folders.pop();
        }
        Folder parent = folders.peek();
        if (wildcard != null && (matchedFolder == null || !name.startsWith(matchedFolder + "/"))) {
            if (!wildcard.matches(name)) {
                return wildcard.mayMatchBelow(name);
            }
            matchedFolder = name;
        }
        String below = matchedFolder != null ? matchedFolder : base;
        String candidate = name.equals(below) ? "" : name.substring(below.length() + 1);
        Folder here = new Folder(name, index);
        boolean included = here.judge(candidate, parent);
        if (included) {
            folders.descendingIterator().forEachRemaining(this::addHeader);
            here.added = true;
            add(entry, index, name, parent == null && selector.followLinks());
        }
        if (entry.type() == EntryType.DIRECTORY) {
            folders.push(here);
        }
        return true;
    }

    private void addHeader(Folder folder) {
        if (!folder.added) {
            folder.added = true;
            selected.add(new Selected.Path(folder.name, folder.index, false, List.of()));
        }
    }

    private void add(Entry entry, int index, String name, boolean follow) {
        if (!follow || entry.type() != EntryType.SYMLINK) {
            selected.add(new Selected.Path(name, index, false, List.of()));
            return;
        }
        Selected target = finder.whole(name, true);
        problems.addAll(target.problems());
        target.paths().forEach(found -> selected.add(new Selected.Path(name, found.index(), true, found.links())));
    }

    /** A folder on the way down, or a file that is judged like one. */
    private final class Folder {
        private final String name;
        private final int index;
        private PatternMatcher.@Nullable Match includeMatch;
        private PatternMatcher.@Nullable Match excludeMatch;
        private boolean added;

        Folder(String name, int index) {
            this.name = name;
            this.index = index;
        }

        boolean judge(String candidate, @Nullable Folder parent) {
            if (include != null) {
                includeMatch = include.match(candidate, parent == null ? null : parent.includeMatch);
                if (!includeMatch.matched()) {
                    return false;
                }
            }
            if (exclude != null) {
                excludeMatch = exclude.match(candidate, parent == null ? null : parent.excludeMatch);
                return !excludeMatch.matched();
            }
            return true;
        }
    }
}
