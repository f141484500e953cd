package dev.varve.rules.base;

import dev.varve.dockerfile.Word;
import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.StageView;
import dev.varve.plan.Pull;
import dev.varve.plan.Source;
import dev.varve.plan.Step;
import java.util.Set;
import java.util.stream.Collectors;

/** A base image that exists for other platforms than the one that is built for. */
public final class BasePlatform implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("base-platform", Category.BASE, Severity.WARNING, "InvalidBaseImagePlatform");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (StageView view : subject.stageViews()) {
            view.step(view.stage().from())
                    .flatMap(Step::operation)
                    .filter(Pull.class::isInstance)
                    .map(pull -> ((Pull) pull).image())
                    .ifPresent(image -> check(subject, view, image, findings));
        }
    }

    private static void check(Subject subject, StageView view, Source.Image image, Findings findings) {
        ImageReference name = ImageReference.parse(image.reference());
        Platform wanted = image.platform();
        Set<Platform> known = subject.images().platforms(name);
        if (known.isEmpty() || known.stream().anyMatch(platform -> isSameMachine(platform, wanted))) {
            return;
        }
        String there = known.stream().map(Platform::toString).sorted().collect(Collectors.joining(", "));
        Word base = view.stage().from().base();
        findings.add(
                        base.range(),
                        name.familiar() + " is an image for " + there + ", but what is built is for " + wanted
                                + "; its programs run there by emulation or not at all: name an image for " + wanted
                                + ", or say with --platform what is meant")
                .evidence(
                        "platforms",
                        known.stream().map(Platform::toString).sorted().toList());
    }

    /** The variant does not count, as with BuildKit. */
    private static boolean isSameMachine(Platform one, Platform other) {
        return one.os().equals(other.os()) && one.architecture().equals(other.architecture());
    }
}
