package dev.varve.lint.history;

import dev.varve.lint.history.replay.ReplayedStep;
import dev.varve.lint.history.replay.Totals;
import dev.varve.plan.CacheModel;
import java.util.ArrayList;
import java.util.List;

/**
 * The past of one Dockerfile in the layer cache.
 *
 * @param dockerfile the Dockerfile's path in the repository
 * @param text its text, as it is at the last commit
 * @param model whose cache
 * @param policy what the cache holds at each commit, for a person
 * @param commits every build, the oldest first
 * @param steps the steps of the Dockerfile, in its order; {@code FROM} is not among them
 * @param totals the sum over the steps
 * @param suggestions changes that would have saved something, the best first
 * @param notes what a reader must know: what is missing, what was assumed
 */
public record ReplayReport(
        String dockerfile,
        String text,
        CacheModel model,
        String policy,
        List<ReplayedCommit> commits,
        List<ReplayedStep> steps,
        Totals totals,
        List<ReplayedVariant> suggestions,
        List<String> notes) {
    public ReplayReport {
        commits = List.copyOf(commits);
        steps = List.copyOf(steps);
        suggestions = List.copyOf(suggestions);
        notes = List.copyOf(notes);
    }

    /** The same with further notes. */
    public ReplayReport withNotes(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new ReplayReport(dockerfile, text, model, policy, commits, steps, totals, suggestions, all);
    }
}
