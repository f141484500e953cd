package dev.varve.rules.cache;

import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Flag;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.User;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.ContextCopy;
import dev.varve.lint.layers.Evidence;
import dev.varve.lint.layers.Heat;
import dev.varve.lint.layers.StageView;
import dev.varve.plan.CacheModel;
import dev.varve.plan.CopyAction;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Source;
import dev.varve.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A copy that is made again with what stands above it, and need not be. */
public final class LinkableCopy implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("linkable-copy", Category.CACHE, Severity.STYLE);

    private static final long MUCH = 1 << 20;

    /** Where images have links, or folders whose rights are not those that a copy makes. */
    private static final Pattern DELICATE = Pattern.compile(
            "/?|/(s?bin|lib\\w*|tmp|root|home|run|proc|sys|dev|mnt)(/.*)?|/var/?|/var/(run|lock|tmp|mail|spool|www)(/.*)?");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.settings().model() != CacheModel.BUILDKIT) {
            return;
        }
        for (StageView view : subject.stageViews()) {
            Optional<ContextCopy> hot = Optional.empty();
            boolean plain = true;
            for (Instruction instruction : view.instructions()) {
                plain &= !(instruction instanceof User) && !changesOwners(subject, instruction);
                if (plain && hot.isPresent() && instruction instanceof Copy copy) {
                    check(subject, view, copy, hot.get(), findings);
                }
                if (hot.isEmpty()) {
                    hot = view.copy(instruction).filter(copy -> copy.heat(subject.heat()) > Heat.HOT);
                }
            }
        }
    }

    /** Whether a folder may have another owner, other rights or be a link because of it. */
    private static boolean changesOwners(Subject subject, Instruction instruction) {
        return instruction instanceof Run run
                && !subject.script(run)
                        .commands("chown", "chmod", "ln", "chgrp", "install", "usermod")
                        .isEmpty();
    }

    private static void check(Subject subject, StageView view, Copy copy, ContextCopy hot, Findings findings) {
        List<CopyAction> actions = view.step(copy)
                .flatMap(Step::operation)
                .map(operation -> ((CopyFiles) operation).actions())
                .orElse(List.of());
        Instruction above = hot.step().instruction();
        boolean worth = view.copy(copy)
                .map(files -> files.bytes() >= MUCH && files.heat(subject.heat()) <= Heat.HOT)
                .orElseGet(() -> !actions.isEmpty()
                        && actions.stream().allMatch(action -> isCold(subject, view, action.source())));
        boolean legal = actions.stream()
                        .noneMatch(action -> DELICATE.matcher(action.to()).matches())
                && copy.syntax().flag("link") == null
                && isNumber(copy.syntax().flag("chown"));
        boolean movable = view.movement().obstacle(copy, above).isEmpty();
        List<Step> again = view.reruns().afterFiles(above);
        if (worth && legal && !movable && again.stream().anyMatch(step -> step.instruction() == copy)) {
            String cause = hot.hottest(subject.heat(), path -> true)
                    .filter(path -> !path.isEmpty())
                    .orElse("any file");
            findings.add(
                            copy,
                            "This is copied again whenever " + cause + " changes, which line " + above.line()
                                    + " copies; with --link it is a layer of its own, which is kept whatever stands above")
                    .evidence("steps", Evidence.steps(List.of(view.step(copy).orElseThrow())))
                    .evidence("bytes", view.copy(copy).map(ContextCopy::bytes).orElse(0L))
                    .unsafeFix(
                            "Use --link",
                            edits ->
                                    edits.insert(copy.syntax().keyword().range().end(), " --link"));
        }
    }

    private static boolean isCold(Subject subject, StageView view, Source source) {
        return (source instanceof Source.Image || source instanceof Source.Result)
                && StageSource.heat(view, subject.heat(), source) <= Heat.HOT;
    }

    /** Names of users are looked up in the image, which a copy with --link does not see. */
    private static boolean isNumber(@Nullable Flag owner) {
        return owner == null || (owner.value() != null && owner.value().text().matches("\\d+(:\\d+)?"));
    }
}
