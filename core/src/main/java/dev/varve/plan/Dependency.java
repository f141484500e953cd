package dev.varve.plan;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One input of a step as the cache sees it.
 *
 * @param origins what it is known to be, such as the result of an earlier step
 * @param possibleOrigins what it may turn out to be
 * @param content the digest of what is read of it; null where that is unknown or does not count
 * @param byContent whether equal content is an equal input
 */
public record Dependency(
        Set<String> origins,
        Set<String> possibleOrigins,
        @Nullable String content,
        boolean byContent) {
    public Dependency {
        origins = Set.copyOf(origins);
        possibleOrigins = Set.copyOf(possibleOrigins);
    }

    static Dependency origin(String origin, boolean byContent) {
        return new Dependency(Set.of(origin), Set.of(), null, byContent);
    }

    static Dependency content(String content) {
        return new Dependency(Set.of(), Set.of(), content, true);
    }

    /** What an earlier step left, or the {@code selection} of it. */
    static Dependency result(Outcome outcome, String selection, boolean byContent) {
        if (outcome.isFailed()) {
            return impossible();
        }
        Set<String> possible =
                outcome.candidates().stream().map(id -> id + selection).collect(Collectors.toSet());
        return new Dependency(Set.of(outcome.id() + selection), possible, null, byContent);
    }

    /** What cannot be had, so that the step fails. */
    static Dependency impossible() {
        return new Dependency(Set.of(), Set.of(), null, false);
    }

    /** The same with its content, which was not known before. */
    Dependency withContent(String digest) {
        return new Dependency(origins, possibleOrigins, digest, byContent);
    }

    /** Whether it could be told by its content, but that is not known yet. */
    boolean lacksContent() {
        return byContent && content == null && !origins.isEmpty();
    }

    boolean isImpossible() {
        return origins.isEmpty() && content == null;
    }

    /** Whether this is the input that a recorded step had. */
    Match matches(Dependency recorded) {
        if (!Collections.disjoint(origins, recorded.origins) || (content != null && content.equals(recorded.content))) {
            return Match.YES;
        }
        boolean contentMayAgree = byContent && recorded.byContent && (content == null || recorded.content == null);
        return contentMayAgree || !Collections.disjoint(possibleOrigins, recorded.origins) ? Match.MAYBE : Match.NO;
    }

    /** Whether an input is the recorded one. */
    enum Match {
        NO,
        MAYBE,
        YES;

        /** Whether all inputs of a step are those of a recorded one. */
        static Match of(List<Dependency> dependencies, List<Dependency> recorded) {
            if (dependencies.size() != recorded.size()) {
                return NO;
            }
            Match all = YES;
            for (int i = 0; i < recorded.size(); i++) {
                Match one = dependencies.get(i).matches(recorded.get(i));
                all = one.compareTo(all) < 0 ? one : all;
            }
            return all;
        }
    }
}
