package dev.varve.plan;

import dev.varve.dockerfile.Add;
import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.ArgDeclaration;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.ShellLexer;
import dev.varve.dockerfile.Word;
import dev.varve.dockerfile.Workdir;
import dev.varve.image.ImageConfig;
import dev.varve.image.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns the instructions of one stage into steps, as BuildKit's {@code dispatch} functions do. */
final class StagePlanner {
    /** Arguments that steer the builder and never become variables (BuildKit {@code nonEnvArgs}). */
    private static final Set<String> NOT_VARIABLES = Set.of("BUILDKIT_SBOM_SCAN_CONTEXT", "BUILDKIT_SBOM_SCAN_STAGE");

    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

    private final Dockerfile dockerfile;
    private final StageGraph graph;
    private final BuildOptions options;
    private final StageNode node;
    private final StageState state;
    private final ShellLexer lexer;
    private final List<Step> steps = new ArrayList<>();

    StagePlanner(Dockerfile dockerfile, StageGraph graph, BuildOptions options, StageNode node) throws PlanException {
        this.dockerfile = dockerfile;
        this.graph = graph;
        this.options = options;
        this.node = node;
        this.lexer = new ShellLexer(dockerfile.escape());
        this.state = begin();
    }

    List<Step> plan() throws PlanException {
        if (node.replacement == null) {
            for (Instruction trigger : node.triggers) {
                add(trigger, node.line(), "ONBUILD ");
            }
            for (Instruction instruction : node.stage.instructions()) {
                add(instruction, instruction.line(), "");
            }
        }
        node.result = state;
        return steps;
    }

    ImageConfig image() {
        return state.image.config();
    }

    /** The image of the stage that is built, with what the builder was asked to add to it. */
    ImageConfig targetImage() {
        state.image.labels.putAll(options.labels());
        if (options.platformGiven()) {
            state.image.setPlatform(options.platform());
        }
        return image();
    }

    private StageState begin() throws PlanException {
        Platform platform = node.platform == null ? options.platform() : node.platform;
        if (node.base != null && node.base.result != null && node.replacement == null) {
            from(Optional.empty());
            return node.base.result.next();
        }
        Source files =
                node.replacement == null ? graph.outside(node.baseName, platform, node.line()) : node.replacement;
        from(files instanceof Source.Image image ? Optional.of(new Pull(image)) : Optional.empty());
        return StageState.on(files, platform, graph.imageState(files, platform));
    }

    private void from(Optional<Operation> operation) {
        Instruction from = node.stage.from();
        steps.add(new Step(
                node.stage.index(),
                from,
                from.line(),
                oneLine(from),
                "FROM " + node.baseName,
                new TreeMap<>(),
                operation));
    }

    private void add(Instruction instruction, int line, String prefix) throws PlanException {
        Source before = state.files;
        Planned planned = plan(instruction, line);
        Step step = new Step(
                node.stage.index(),
                instruction,
                line,
                prefix + oneLine(instruction),
                planned.effect,
                state.takeUsed(),
                planned.operation);
        steps.add(step);
        step.history().ifPresent(state.image::add);
        state.files = planned.operation.isPresent() ? new Source.Result(step) : before;
    }

    /** What an instruction comes to: history's line, and the operation if there is one. */
    record Planned(String effect, Optional<Operation> operation) {
        static Planned configuration(String effect) {
            return new Planned(effect, Optional.empty());
        }

        static Planned files(String effect, Operation operation) {
            return new Planned(effect, Optional.of(operation));
        }
    }

    private Planned plan(Instruction instruction, int line) throws PlanException {
        if (instruction instanceof Run run) {
            return new RunPlanner(dockerfile, graph, state, lexer).plan(run, line);
        }
        if (instruction instanceof Copy || instruction instanceof Add) {
            return new CopyPlanner(graph, state, lexer, line).plan(instruction);
        }
        if (instruction instanceof Workdir workdir) {
            return workdir(workdir, line);
        }
        if (instruction instanceof Arg arg) {
            return arg(arg, line);
        }
        return Planned.configuration(new ConfigurationPlanner(state, lexer, line).plan(instruction));
    }

    private static String oneLine(Instruction instruction) {
        return BLANKS.matcher(instruction.syntax().original()).replaceAll(" ").strip();
    }

    private Planned workdir(Workdir workdir, int line) throws PlanException {
        String folder = ContainerPath.workdir(state.image.workingDir, expand(workdir.path(), line));
        state.image.workingDir = folder;
        String effect = "WORKDIR " + folder;
        return folder.equals("/")
                ? Planned.configuration(effect)
                : Planned.files(effect, new MakeFolder(state.files, state.folder(), state.image.user));
    }

    private Planned arg(Arg arg, int line) throws PlanException {
        List<String> shown = new ArrayList<>();
        for (ArgDeclaration declaration : arg.declarations()) {
            String name = declaration.name();
            Word fallback = declaration.defaultValue();
            String value = options.buildArgs().get(name);
            if (value == null) {
                value = fallback != null
                        ? expand(fallback, line)
                        : graph.globalArguments().get(name);
            }
            if (value != null && !NOT_VARIABLES.contains(name)) {
                state.variables.set(name, value);
            }
            state.arguments.put(name, value == null ? "" : value);
            shown.add(value == null ? name : name + "=" + value);
        }
        return Planned.configuration("ARG " + shown.stream().collect(Collectors.joining(" ")));
    }

    private String expand(Word word, int line) throws PlanException {
        return state.expand(lexer, word.text(), line);
    }
}
