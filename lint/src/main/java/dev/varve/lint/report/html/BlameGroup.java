package dev.varve.lint.report.html;

import dev.varve.lint.history.replay.Blame;
import dev.varve.lint.history.replay.ReplayedStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Steps that ran again equally often, because of the same.
 *
 * @param steps their numbers in the report
 * @param reruns of each
 * @param builds of each
 * @param seconds of all
 */
record BlameGroup(List<Integer> steps, int reruns, int builds, double seconds, List<Blame> blame) {

    private record Key(int reruns, int builds, List<Blame> blame) {}

    /** Those of all steps that ran again, the costliest first. */
    static List<BlameGroup> of(List<ReplayedStep> steps) {
        Map<Key, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            ReplayedStep step = steps.get(i);
            if (step.reruns() > 0) {
                alike.computeIfAbsent(new Key(step.reruns(), step.builds(), step.blame()), key -> new ArrayList<>())
                        .add(i);
            }
        }
        List<BlameGroup> groups = new ArrayList<>();
        alike.forEach((key, members) -> {
            double seconds =
                    members.stream().mapToDouble(i -> steps.get(i).seconds()).sum();
            groups.add(new BlameGroup(List.copyOf(members), key.reruns(), key.builds(), seconds, key.blame()));
        });
        groups.sort(Comparator.comparingDouble(BlameGroup::seconds).reversed());
        return groups;
    }
}
