package dev.varve.lint.history.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the policy leaves in a cache: everything, or what was used by the last few builds. */
final class CacheWindow {
    private final CachePolicy policy;
    private final List<Instant> builds = new ArrayList<>();
    private final Map<Long, Integer> lastUsed = new HashMap<>();

    CacheWindow(CachePolicy policy) {
        this.policy = policy;
    }

    /** Whether nothing is ever forgotten. */
    boolean isUnlimited() {
        return !policy.parentOnly() && policy.timeToLive().isEmpty();
    }

    /** How many of the builds so far count for one at this time. */
    int at(Instant time) {
        int most = policy.parentOnly() ? 1 : builds.size();
        if (policy.timeToLive().isEmpty()) {
            return Math.min(most, builds.size());
        }
        Instant oldest = time.minus(policy.timeToLive().get());
        int fresh = 0;
        while (fresh < builds.size() && !builds.get(builds.size() - 1 - fresh).isBefore(oldest)) {
            fresh++;
        }
        return Math.min(most, fresh);
    }

    /** Whether a key was used by one of the last builds; it is used now. */
    boolean use(long key, int window) {
        Integer last = lastUsed.put(key, builds.size());
        return last != null && last >= builds.size() - window;
    }

    /** Ends a build. */
    void built(Instant time) {
        builds.add(time);
    }
}
