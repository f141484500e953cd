package dev.varve.lint.history.replay;

import dev.varve.lint.history.git.Mix;
import dev.varve.plan.CachedBuild;
import dev.varve.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** What decides the content of something that a step left: files of the build context, and what some steps left as a whole. */
final class LeftContent {
    private final List<Integer> tracks = new ArrayList<>();
    private final List<Step> results = new ArrayList<>();
    private long constant = 3;

    void constant(String text) {
        constant = Mix.of(constant, text);
    }

    void track(int track) {
        tracks.add(track);
    }

    void result(Step step) {
        results.add(step);
    }

    List<Integer> tracks() {
        return tracks;
    }

    List<Step> results() {
        return results;
    }

    /** What is the same in every build. */
    long constant() {
        return constant;
    }

    /** Equal where the content is. */
    String key(long[] trackKeys, CachedBuild soFar) {
        long key = constant;
        for (int track : tracks) {
            key = Mix.of(key, trackKeys[track]);
        }
        for (Step step : results) {
            key = Mix.of(key, soFar.result(step));
        }
        return Long.toHexString(key);
    }
}
