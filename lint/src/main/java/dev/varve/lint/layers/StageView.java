package dev.varve.lint.layers;

import dev.varve.context.BuildContext;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.movement.Movement;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.CacheModel;
import dev.varve.plan.StagePlan;
import dev.varve.plan.Step;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** A stage as the layer cache sees it. */
public final class StageView {
    private final Stage stage;
    private final BuildPlan plan;
    private final CacheModel model;
    private final Movement movement;
    private final IdentityHashMap<Instruction, Step> steps = new IdentityHashMap<>();
    private final IdentityHashMap<Step, Optional<ContextCopy>> copies = new IdentityHashMap<>();
    private final Optional<ContextFiles> context;

    /**
     * @param plan a build that needs the stage
     * @param context the build context, where it is known
     * @param model whose layer cache the build meets
     */
    public StageView(Stage stage, BuildPlan plan, Optional<ContextFiles> context, CacheModel model) {
        this.stage = stage;
        this.plan = plan;
        this.model = model;
        this.context = context;
        this.movement = context.map(known -> Movement.in(stage, new ScriptedFiles(known, this::scripted)))
                .orElseGet(() -> Movement.in(stage));
        plan.stage(stage.index())
                .map(StagePlan::steps)
                .orElse(List.of())
                .forEach(step -> steps.put(step.instruction(), step));
    }

    /** Each package.json that a COPY names, with whose scripts an install of this stage has to reckon. */
    private List<String> scripted() {
        boolean ignored = instructions().stream()
                .anyMatch(instruction -> instruction.syntax().original().contains("--ignore-scripts"));
        return ignored
                ? List.of()
                : instructions().stream()
                        .flatMap(instruction -> copy(instruction).stream())
                        .flatMap(ContextCopy::named)
                        .filter(path -> path.matches("(.*/)?package\\.json"))
                        .toList();
    }

    public Stage stage() {
        return stage;
    }

    /** The build it is seen in. */
    public BuildPlan plan() {
        return plan;
    }

    /** What of that build runs again because of what. */
    public Reruns reruns() {
        return new Reruns(plan, model);
    }

    /** Which of its instructions may change places, and what its RUNs read. */
    public Movement movement() {
        return movement;
    }

    /** The build context; empty where it is not known. */
    public Optional<BuildContext> context() {
        return context.map(ContextFiles::context);
    }

    /** Its files; empty where they are not known. */
    public Optional<ContextFiles> files() {
        return context;
    }

    /** The instructions behind FROM. */
    public List<Instruction> instructions() {
        return stage.instructions();
    }

    /** Those behind one of them. */
    public List<Instruction> behind(Instruction instruction) {
        return instructions().subList(index(instruction) + 1, instructions().size());
    }

    /** Those from the first to the second, without both. */
    public List<Instruction> between(Instruction first, Instruction second) {
        List<Instruction> all = instructions();
        return all.subList(index(first) + 1, index(second));
    }

    private int index(Instruction wanted) {
        for (int i = 0; i < instructions().size(); i++) {
            if (instructions().get(i) == wanted) {
                return i;
            }
        }
        throw new IllegalArgumentException("not of this stage: " + wanted.name());
    }

    /** The instruction as it is planned. */
    public Optional<Step> step(Instruction instruction) {
        return Optional.ofNullable(steps.get(instruction));
    }

    /** What an instruction takes of the build context; empty where it takes nothing. */
    public Optional<ContextCopy> copy(Instruction instruction) {
        return step(instruction).flatMap(this::copy);
    }

    /** The same for a step of any stage of the build. */
    public Optional<ContextCopy> copy(Step step) {
        return copies.computeIfAbsent(step, asked -> ContextCopy.of(asked, context));
    }
}
