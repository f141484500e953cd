package dev.varve.context;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Resolves symlinks within a root, as {@code getFollowLinks} in BuildKit's {@code cache/contenthash/checksum.go}: absolute
 * targets start at the root, {@code ..} stops there, names that are missing or no folders are taken as they come.
 */
public final class LinkResolver {
    private static final int MOST_LINKS = 255;

    private final Function<String, @Nullable String> targetOf;

    /** With what a path's symlink says, null for what is no symlink. Paths are relative to the root. */
    public LinkResolver(Function<String, @Nullable String> targetOf) {
        this.targetOf = targetOf;
    }

    /**
     * The path without symlinks, whether anything is there or not; {@code ""} is the root.
     *
     * @param followLast whether a symlink at the very end is followed too
     * @return empty when there are too many links
     */
    public Optional<String> resolve(String path, boolean followLast) {
        String current = "";
        String remaining = path;
        int links = 0;
        while (!remaining.isEmpty()) {
            int slash = remaining.indexOf('/');
            String name = slash < 0 ? remaining : remaining.substring(0, slash);
            remaining = slash < 0 ? "" : remaining.substring(slash + 1);
            if (name.isEmpty() || name.equals(".")) {
                continue;
            }
            if (name.equals("..")) {
                current = SlashPath.parent(current);
                continue;
            }
            String next = current.isEmpty() ? name : current + "/" + name;
            boolean last = remaining.isEmpty();
            String target = last && !followLast ? null : targetOf.apply(next);
            if (target == null) {
                current = next;
                continue;
            }
            if (++links > MOST_LINKS) {
                return Optional.empty();
            }
            current = target.startsWith("/") ? "" : current;
            remaining = target + "/" + remaining;
        }
        return Optional.of(current);
    }
}
