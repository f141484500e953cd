package dev.varve.lint;

import dev.varve.context.BuildContext;
import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.OnBuild;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.layers.ContextFiles;
import dev.varve.lint.layers.Heat;
import dev.varve.lint.layers.StageView;
import dev.varve.lint.shell.Script;
import dev.varve.lint.shell.Scripts;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.PlanException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What rules look at: a Dockerfile and what belongs to it. What costs something is made when it is first asked for. */
public final class Subject {
    private final Dockerfile dockerfile;
    private final Optional<ContextFolder> folder;
    private final Settings settings;
    private final KnownImages images;
    private final Heat heat;
    private final List<Placed> instructions;
    private final Map<Integer, Planning> plans = new HashMap<>();
    private final Scripts scripts;
    private @Nullable List<RunScript> runs;
    private final StageUse use;
    private final Set<Integer> shipped;
    private final List<StageView> views = new ArrayList<>();

    Subject(Dockerfile dockerfile, Optional<ContextFolder> folder, Settings settings, KnownImages images, Heat heat) {
        this.dockerfile = dockerfile;
        this.folder = folder;
        this.settings = settings;
        this.images = images;
        this.heat = heat;
        this.instructions = place(dockerfile);
        this.scripts = new Scripts(dockerfile);
        this.use = new StageUse(dockerfile);
        this.shipped = use.shipped();
    }

    private static List<Placed> place(Dockerfile file) {
        List<Placed> placed = new ArrayList<>();
        for (Arg arg : file.globalArgs()) {
            placed.add(new Placed(arg, Optional.empty(), false));
        }
        for (Stage stage : file.stages()) {
            Optional<Stage> in = Optional.of(stage);
            placed.add(new Placed(stage.from(), in, false));
            for (Instruction instruction : stage.instructions()) {
                boolean isTrigger = instruction instanceof OnBuild;
                placed.add(new Placed(
                        instruction instanceof OnBuild onBuild ? onBuild.trigger() : instruction, in, isTrigger));
            }
        }
        return List.copyOf(placed);
    }

    public Dockerfile dockerfile() {
        return dockerfile;
    }

    /** What the user has configured for rules. */
    public Settings settings() {
        return settings;
    }

    /** What is known of the images that it names. */
    public KnownImages images() {
        return images;
    }

    /** Every instruction in the order of the file, the trigger in the place of its ONBUILD. */
    public List<Placed> instructions() {
        return instructions;
    }

    /** Every instruction of one kind, those of ONBUILD included. */
    public <T extends Instruction> Stream<T> all(Class<T> kind) {
        return instructions.stream()
                .map(Placed::instruction)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** The script of RUN, CMD, ENTRYPOINT or HEALTHCHECK; an empty one for everything else. */
    public Script script(Instruction instruction) {
        return scripts.script(instruction);
    }

    /** Every RUN in the order of the file, those of ONBUILD included, with its script. */
    public List<RunScript> runs() {
        if (runs == null) {
            runs = instructions.stream()
                    .filter(placed -> placed.instruction() instanceof Run)
                    .map(placed -> new RunScript(placed, (Run) placed.instruction(), script(placed.instruction())))
                    .toList();
        }
        return runs;
    }

    /**
     * Whether the layers of a stage may become a part of an image that is kept: it is the last one, no other stage uses it, or
     * a stage that is kept starts from it.
     */
    public boolean isShipped(Stage stage) {
        return shipped.contains(stage.index());
    }

    /** The stage that a stage starts from; empty where that is an image. */
    public Optional<Stage> parent(Stage stage) {
        return use.parent(stage);
    }

    /** A stage and those it starts from, itself first. */
    public List<Stage> lineage(Stage stage) {
        List<Stage> lineage = new ArrayList<>();
        for (Optional<Stage> next = Optional.of(stage); next.isPresent(); next = parent(next.get())) {
            lineage.add(next.get());
        }
        return lineage;
    }

    /** Whether a stage is built for itself: it is the last one, or no other uses it. */
    public boolean isLeaf(Stage stage) {
        return use.isLeaf(stage);
    }

    /** The stages that the last one needs, planned; empty where the Dockerfile cannot be built. */
    public Optional<BuildPlan> plan() {
        return plan(dockerfile.stages().size() - 1);
    }

    /** What a stage needs, planned; empty where it cannot be built, say because an argument has no value. */
    public Optional<BuildPlan> plan(int stage) {
        return Optional.ofNullable(planning(stage).plan);
    }

    /** Why a stage cannot be built; empty where it can. */
    public Optional<PlanException> refusal(int stage) {
        return Optional.ofNullable(planning(stage).refusal);
    }

    private Planning planning(int stage) {
        return plans.computeIfAbsent(stage, this::makePlan);
    }

    private Planning makePlan(int stage) {
        try {
            return new Planning(BuildPlan.of(dockerfile, BuildOptions.defaults(), stage), null);
        } catch (PlanException e) {
            return new Planning(null, e);
        }
    }

    private record Planning(
            @Nullable BuildPlan plan, @Nullable PlanException refusal) {}

    /** Every stage that can be built: in the build of the last one where that needs it, else in its own. */
    public List<StageView> stageViews() {
        if (views.isEmpty()) {
            for (Stage stage : dockerfile.stages()) {
                plan().filter(plan -> plan.stage(stage.index()).isPresent())
                        .or(() -> plan(stage.index()))
                        .ifPresent(plan -> views.add(new StageView(stage, plan, files(), settings.model())));
            }
        }
        return List.copyOf(views);
    }

    /** How often files of the build context change: as in most projects, unless this one's history is known. */
    public Heat heat() {
        return heat;
    }

    /** The folder of the build context; empty where none is known, as for standard input. */
    public Optional<ContextFolder> folder() {
        return folder;
    }

    /** The files that are sent to the builder, after {@code .dockerignore}; empty where no context is known or readable. */
    public Optional<BuildContext> context() {
        return files().map(ContextFiles::context);
    }

    /** The same files, with what other Dockerfiles have asked of them. */
    public Optional<ContextFiles> files() {
        return folder.flatMap(ContextFolder::files);
    }
}
