package dev.varve.plan;

import java.util.Collections;
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
record Dependency(
        Set<String> origins,
        Set<String> possibleOrigins,
        @Nullable String content,
        boolean byContent) {

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
        YES
    }
}
