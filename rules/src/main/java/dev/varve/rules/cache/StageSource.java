package dev.varve.rules.cache;

import dev.varve.dockerfile.Instruction;
import dev.varve.lint.layers.ContextCopy;
import dev.varve.lint.layers.FileKind;
import dev.varve.lint.layers.Heat;
import dev.varve.lint.layers.StageView;
import dev.varve.plan.CopyAction;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Input;
import dev.varve.plan.Operation;
import dev.varve.plan.Source;
import dev.varve.plan.StagePlan;
import dev.varve.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a {@code COPY --from} copies from, and how often that is another one. */
final class StageSource {
    private static final Pattern SYSTEM = Pattern.compile("/(usr|etc|lib\\w*|s?bin|var|root|home|tmp)(/|$)");

    private final StageView view;
    private final Heat heat;
    private final Set<Integer> seen = new HashSet<>();
    private final List<ContextCopy> copies = new ArrayList<>();

    private StageSource(StageView view, Heat heat) {
        this.view = view;
        this.heat = heat;
    }

    /** What an instruction copies from other stages or images; none where it is no such copy. */
    static List<Source> of(StageView view, Instruction instruction) {
        Optional<Operation> operation = view.step(instruction).flatMap(Step::operation);
        return operation.isPresent() && operation.get() instanceof CopyFiles files
                ? files.actions().stream()
                        .map(action -> action.source())
                        .filter(source -> source instanceof Source.Result || source instanceof Source.Image)
                        .distinct()
                        .toList()
                : List.of();
    }

    /**
     * The copy of the build context that makes an instruction another one most often: itself, or one in the stages that it
     * copies from; empty where there is none.
     */
    static Optional<ContextCopy> cause(StageView view, Heat heat, Instruction instruction) {
        Optional<ContextCopy> own = view.copy(instruction);
        StageSource reading = new StageSource(view, heat);
        of(view, instruction).forEach(reading::of);
        return own.or(() -> reading.copies.stream()
                .max((a, b) -> Double.compare(a.heat(heat), b.heat(heat)))
                .filter(copy -> mayHoldResult(view, instruction, copy)));
    }

    /**
     * Folders of the system come from the stage's base, unless the sources are copied there; a manifest is what it was in
     * the build context.
     */
    private static boolean mayHoldResult(StageView view, Instruction instruction, ContextCopy sources) {
        return actions(view.step(instruction))
                .map(action -> action.files().path())
                .filter(path -> FileKind.of(path) != FileKind.MANIFEST && FileKind.of(path) != FileKind.LOCK)
                .anyMatch(path -> !SYSTEM.matcher(path).lookingAt()
                        || actions(Optional.of(sources.step())).anyMatch(action -> isBelow(path, action.to())));
    }

    private static Stream<CopyAction> actions(Optional<Step> step) {
        return step.flatMap(Step::operation)
                .map(operation -> ((CopyFiles) operation).actions().stream())
                .orElse(Stream.empty());
    }

    private static boolean isBelow(String path, String folder) {
        return (path + "/").startsWith(folder.endsWith("/") ? folder : folder + "/");
    }

    /** In which part of the commits it changes: never for an image, for a stage as often as the files that it reads. */
    static double heat(StageView view, Heat heat, Source source) {
        return new StageSource(view, heat).of(source);
    }

    private double of(Source source) {
        if (!(source instanceof Source.Result result) || !seen.add(result.step().stage())) {
            return 0;
        }
        List<Step> steps =
                view.plan().stage(result.step().stage()).map(StagePlan::steps).orElse(List.of());
        return steps.stream().mapToDouble(this::of).max().orElse(0);
    }

    private double of(Step step) {
        double hottest = 0;
        for (Input input : step.operation().map(Operation::inputs).orElse(List.of())) {
            boolean files = input.source() instanceof Source.Context;
            hottest = Math.max(hottest, files ? ofFiles(step) : of(input.source()));
        }
        return hottest;
    }

    /** What a RUN mounts of the context may be as hot as anything. */
    private double ofFiles(Step step) {
        Optional<ContextCopy> copy = view.copy(step);
        copy.ifPresent(copies::add);
        return copy.map(files -> files.heat(heat)).orElse(1.0);
    }
}
