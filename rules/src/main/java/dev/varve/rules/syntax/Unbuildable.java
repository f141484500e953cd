package dev.varve.rules.syntax;

import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.SourceRange;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.PlanException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A file that can be read but not built. */
public final class Unbuildable implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("unbuildable", Category.SYNTAX, Severity.ERROR);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Dockerfile file = subject.dockerfile();
        if (file.hasErrors()) {
            return;
        }
        Map<Integer, String> reasons = new LinkedHashMap<>();
        for (Stage stage : file.stages()) {
            Optional<PlanException> refusal = subject.refusal(stage.index());
            refusal.filter(because -> !isBuiltWithArguments(file, stage))
                    .ifPresent(because -> reasons.putIfAbsent(because.line(), because.getMessage()));
        }
        reasons.forEach((line, reason) -> findings.add(place(file, line), reason));
    }

    /** Whether it only lacks what the build is to be given, of which other rules speak. */
    private static boolean isBuiltWithArguments(Dockerfile file, Stage stage) {
        Map<String, String> given = new HashMap<>();
        file.instructions().stream()
                .filter(Arg.class::isInstance)
                .flatMap(arg -> ((Arg) arg).declarations().stream())
                .filter(declaration -> declaration.defaultValue() == null)
                .forEach(declaration -> given.put(declaration.name(), "x"));
        try {
            BuildPlan.of(file, BuildOptions.defaults().withBuildArgs(given), stage.index());
            return true;
        } catch (PlanException e) {
            return false;
        }
    }

    private static SourceRange place(Dockerfile file, int line) {
        return file.instructions().stream()
                .filter(instruction -> instruction.line() == line)
                .map(Instruction::range)
                .findFirst()
                .orElseGet(() -> file.instructions().get(0).range());
    }
}
