package dev.varve.rules.cache;

import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.Evidence;
import dev.varve.lint.layers.Heat;
import dev.varve.lint.layers.StageView;
import dev.varve.lint.shell.Command;
import dev.varve.plan.CopyAction;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Source;
import dev.varve.plan.Step;
import java.util.List;
import java.util.Optional;

/** A copy of the folder in which another stage compiles, with the sources in it. */
public final class WideStageCopy implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("wide-stage-copy", Category.CACHE, Severity.INFO);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        List<StageView> views = subject.stageViews();
        for (StageView view : views) {
            for (Instruction instruction : view.instructions()) {
                if (instruction instanceof Copy copy && copy.from() != null && subject.isShipped(view.stage())) {
                    check(subject, views, view, copy, findings);
                }
            }
        }
    }

    private static void check(Subject subject, List<StageView> views, StageView view, Copy copy, Findings findings) {
        List<CopyAction> actions = view.step(copy)
                .flatMap(Step::operation)
                .map(operation -> ((CopyFiles) operation).actions())
                .orElse(List.of());
        for (CopyAction action : actions) {
            if (!(action.source() instanceof Source.Result result)) {
                continue;
            }
            Optional<StageView> from = views.stream()
                    .filter(other -> other.stage().index() == result.step().stage())
                    .filter(other -> compiles(subject, other))
                    .findFirst();
            Optional<Instruction> sources =
                    from.flatMap(other -> sources(subject, other, action.files().path()));
            if (sources.isPresent()) {
                findings.add(
                                copy,
                                "This takes all of " + action.files().path() + ", the sources of line "
                                        + sources.get().line()
                                        + " too, so that the image has them and this layer is another one"
                                        + " with every change; copy what the build makes alone")
                        .evidence("steps", Evidence.steps(from.get().reruns().afterFiles(sources.get())))
                        .evidence("paths", List.of(action.files().path()));
                return;
            }
        }
    }

    /** Whether a stage makes something that can do without its sources. */
    private static boolean compiles(Subject subject, StageView view) {
        return view.instructions().stream()
                .filter(Run.class::isInstance)
                .flatMap(run -> subject.script(run).commands().stream())
                .anyMatch(WideStageCopy::compiles);
    }

    private static boolean compiles(Command command) {
        return switch (command.name()) {
            case "go", "cargo" -> command.hasArgument("build");
            case "mvn", "mvnw" -> command.hasArgument("package", "install", "verify");
            case "gradle", "gradlew" -> command.hasArgument("build", "assemble", "bootJar", "shadowJar");
            case "dotnet" -> command.hasArgument("publish");
            default -> false;
        };
    }

    /** The instruction that puts a folder of hot files exactly there. */
    private static Optional<Instruction> sources(Subject subject, StageView view, String path) {
        return view.instructions().stream()
                .filter(instruction -> view.copy(instruction)
                        .filter(copied -> copied.isWhole() && copied.heat(subject.heat()) > Heat.HOT)
                        .isPresent())
                .filter(instruction -> CopiedPath.of(view, instruction).stream()
                        .anyMatch(to -> to.path().equals(path.length() > 1 ? path.replaceFirst("/$", "") : path)))
                .findFirst();
    }
}
