package dev.varve.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a selector selects in a tree, as {@code Checksum} in BuildKit's {@code cache/contenthash/checksum.go}. */
final class SelectorFinder {
    private final FileTree tree;

    SelectorFinder(FileTree tree) {
        this.tree = tree;
    }

    /** Everything that the selector selects. */
    Selected find(Selector selector) {
        if (!selector.hasWildcardOrFilters()) {
            return whole(selector.path(), selector.followLinks());
        }
        try {
            SelectorWalk walk = new SelectorWalk(tree, this, selector);
            return selector.wildcard() ? wildcard(selector, walk) : filtered(selector, walk);
        } catch (MalformedPatternException e) {
            return Selected.problem(selector.path(), Problem.Kind.MALFORMED_PATTERN, String.valueOf(e.getMessage()));
        }
    }

    /** A path with all it holds. */
    Selected whole(String path, boolean followLast) {
        Found found = locate(path, followLast);
        if (found.problem().isPresent()) {
            return new Selected(false, List.of(), List.of(found.problem().get()));
        }
        return new Selected(true, List.of(new Selected.Path("", found.index(), true, found.links())), List.of());
    }

    private Selected filtered(Selector selector, SelectorWalk walk) {
        String path = absolute(selector.path());
        Found found = locate(path, false);
        return found.problem()
                .map(problem -> new Selected(false, List.of(), List.of(problem)))
                .orElseGet(() -> walk.run(found.index(), path, found.path()));
    }

    private Selected wildcard(Selector selector, SelectorWalk walk) {
        String start = beforeWildcard(absolute(selector.path()));
        Found found = locate(start, true);
        if (found.problem().isPresent()) {
            boolean missing = found.problem().get().kind() == Problem.Kind.NOT_FOUND;
            return new Selected(
                    false,
                    List.of(),
                    missing ? List.of() : List.of(found.problem().get()));
        }
        return walk.run(found.index(), start, found.path());
    }

    /** The folder named before the first name that has a wildcard. */
    private static String beforeWildcard(String path) {
        StringBuilder start = new StringBuilder();
        for (String name : path.substring(1).split("/")) {
            if (PathPattern.hasWildcard(name)) {
                break;
            }
            start.append('/').append(name);
        }
        return start.length() == 0 ? "/" : start.toString();
    }

    private Found locate(String path, boolean followLast) {
        List<Entry> links = new ArrayList<>();
        LinkResolver resolver = new LinkResolver(at -> {
            Entry entry = tree.find(at);
            if (entry != null && entry.linkTarget() != null) {
                links.add(entry);
                return entry.linkTarget();
            }
            return null;
        });
        Optional<String> resolved = resolver.resolve(absolute(path), followLast);
        if (resolved.isEmpty()) {
            return new Found(
                    "",
                    Selected.ROOT,
                    links,
                    Optional.of(
                            new Problem(path, Problem.Kind.TOO_MANY_LINKS, "too many symlinks follow one another")));
        }
        String at = resolved.get();
        int index = at.isEmpty() ? Selected.ROOT : tree.indexOf(at);
        boolean missing = !at.isEmpty() && index < 0;
        return new Found(at, index, links, missing ? Optional.of(notFound("/" + at)) : Optional.empty());
    }

    static Problem notFound(String path) {
        return new Problem(path, Problem.Kind.NOT_FOUND, "not in the build context");
    }

    static String absolute(String path) {
        return "/" + SlashPath.inContext(path);
    }

    private record Found(String path, int index, List<Entry> links, Optional<Problem> problem) {}
}
