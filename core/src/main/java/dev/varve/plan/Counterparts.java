package dev.varve.plan;

import dev.varve.dockerfile.Heredoc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which step of the plan before is the same one as a step of the plan after, changed or not. */
public final class Counterparts {
    /** Beyond this many pairs, steps that moved past others are told as new. */
    private static final int LARGEST_TABLE = 4_000_000;

    private final Map<Step, Step> steps = new HashMap<>();
    private final Map<Integer, StagePlan> stages = new HashMap<>();

    Counterparts(List<StagePlan> before, List<StagePlan> after) {
        Map<String, StagePlan> named = new HashMap<>();
        before.forEach(stage -> named.put(stage.name(), stage));
        List<StagePlan> left = new ArrayList<>();
        for (StagePlan stage : after) {
            StagePlan same = named.remove(stage.name());
            if (same == null) {
                left.add(stage);
            } else {
                match(same, stage);
            }
        }
        // what remains are stages that got another name or number; the targets are each other's, whatever their names
        if (!left.isEmpty()) {
            StagePlan target = before.get(before.size() - 1);
            StagePlan last = left.get(left.size() - 1);
            if (last.equals(after.get(after.size() - 1)) && named.containsKey(target.name())) {
                match(target, last);
            }
        }
    }

    /** Between two plans. */
    public static Counterparts of(BuildPlan before, BuildPlan after) {
        return new Counterparts(before.stages(), after.stages());
    }

    /** The step that this one was; empty where it is new. */
    public Optional<Step> of(Step step) {
        return Optional.ofNullable(steps.get(step));
    }

    /** Whether the stage was there before. */
    boolean has(StagePlan stage) {
        return stages.containsKey(stage.index());
    }

    private void match(StagePlan before, StagePlan after) {
        stages.put(after.index(), before);
        align(before.steps(), after.steps());
    }

    private void align(List<Step> before, List<Step> after) {
        int start = 0;
        int oldEnd = before.size();
        int newEnd = after.size();
        while (start < Math.min(oldEnd, newEnd) && isSame(before.get(start), after.get(start))) {
            steps.put(after.get(start), before.get(start));
            start++;
        }
        while (Math.min(oldEnd, newEnd) > start && isSame(before.get(oldEnd - 1), after.get(newEnd - 1))) {
            steps.put(after.get(--newEnd), before.get(--oldEnd));
        }
        alignMiddle(before.subList(start, oldEnd), after.subList(start, newEnd));
    }

    /** By the longest common subsequence; what lies between its members is paired by keyword. */
    private void alignMiddle(List<Step> before, List<Step> after) {
        int rows = before.size();
        int columns = after.size();
        if ((long) rows * columns > LARGEST_TABLE) {
            pairByKeyword(before, after);
            return;
        }
        int[][] common = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                common[i][j] = isSame(before.get(i), after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        int oldGap = 0;
        int newGap = 0;
        while (i < rows && j < columns) {
            if (isSame(before.get(i), after.get(j))) {
                pairByKeyword(before.subList(oldGap, i), after.subList(newGap, j));
                steps.put(after.get(j++), before.get(i++));
                oldGap = i;
                newGap = j;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        pairByKeyword(before.subList(oldGap, rows), after.subList(newGap, columns));
    }

    private void pairByKeyword(List<Step> before, List<Step> after) {
        Map<String, Deque<Step>> byKeyword = new HashMap<>();
        for (Step step : before) {
            byKeyword
                    .computeIfAbsent(step.instruction().name(), key -> new ArrayDeque<>())
                    .add(step);
        }
        for (Step step : after) {
            Deque<Step> candidates = byKeyword.get(step.instruction().name());
            if (candidates != null && !candidates.isEmpty()) {
                steps.put(step, candidates.remove());
            }
        }
    }

    /** Whether two steps are written alike. */
    static boolean isSame(Step before, Step after) {
        return before.text().equals(after.text()) && documents(before).equals(documents(after));
    }

    private static List<String> documents(Step step) {
        return step.instruction().syntax().heredocs().stream()
                .map(Heredoc::text)
                .toList();
    }
}
