package dev.varve.plan;

import dev.varve.dockerfile.Add;
import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.ArgDeclaration;
import dev.varve.dockerfile.Assignment;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Env;
import dev.varve.dockerfile.Expose;
import dev.varve.dockerfile.Flag;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Label;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Shell;
import dev.varve.dockerfile.ShellLexer;
import dev.varve.dockerfile.StopSignal;
import dev.varve.dockerfile.User;
import dev.varve.dockerfile.Volume;
import dev.varve.dockerfile.Word;
import dev.varve.dockerfile.Workdir;
import dev.varve.image.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private StageState begin() throws PlanException {
        Platform platform = node.platform == null ? options.platform() : node.platform;
        if (node.base != null && node.base.result != null && node.replacement == null) {
            from(Optional.empty());
            return node.base.result.next();
        }
        Source files =
                node.replacement == null ? graph.outside(node.baseName, platform, node.line()) : node.replacement;
        from(files instanceof Source.Image image ? Optional.of(new Pull(image)) : Optional.empty());
        return StageState.on(files, platform, graph.configuration(files));
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
        if (instruction instanceof Env env) {
            return env(env, line);
        }
        if (instruction instanceof Arg arg) {
            return arg(arg, line);
        }
        if (instruction instanceof User user) {
            state.user = expand(user.user(), line);
        } else if (instruction instanceof Shell shell) {
            state.shell = shell.command().stream().map(Word::text).toList();
        }
        if (instruction instanceof Label label) {
            return Planned.configuration("LABEL" + assignments(label.assignments(), line));
        }
        return Planned.configuration(written(instruction, line));
    }

    /** The instruction with the variables expanded that it expands; the others take their words as they are. */
    private String written(Instruction instruction, int line) throws PlanException {
        boolean expands = instruction instanceof User
                || instruction instanceof Expose
                || instruction instanceof Volume
                || instruction instanceof StopSignal;
        StringBuilder text = new StringBuilder(instruction.name());
        for (Flag flag : instruction.syntax().flags()) {
            text.append(' ').append(flag.text());
        }
        for (Word word : instruction.syntax().args()) {
            text.append(' ').append(expands ? expand(word, line) : word.text());
        }
        return text.toString();
    }

    private String assignments(List<Assignment> assignments, int line) throws PlanException {
        StringBuilder text = new StringBuilder();
        for (Assignment assignment : assignments) {
            text.append(' ')
                    .append(expand(assignment.key(), line))
                    .append('=')
                    .append(expand(assignment.value(), line));
        }
        return text.toString();
    }

    private static String oneLine(Instruction instruction) {
        return BLANKS.matcher(instruction.syntax().original()).replaceAll(" ").strip();
    }

    private Planned workdir(Workdir workdir, int line) throws PlanException {
        String path = expand(workdir.path(), line);
        state.folder = path.isEmpty() ? state.folder : ContainerPath.resolve(state.folder, path);
        String effect = "WORKDIR " + state.folder;
        return state.folder.equals("/")
                ? Planned.configuration(effect)
                : Planned.files(effect, new MakeFolder(state.files, state.folder, state.user));
    }

    private Planned env(Env env, int line) throws PlanException {
        // all of one instruction's values see the variables as they were before it
        String effect = "ENV" + assignments(env.assignments(), line);
        List<Map.Entry<String, String>> expanded = new ArrayList<>();
        for (Assignment assignment : env.assignments()) {
            expanded.add(Map.entry(expand(assignment.key(), line), expand(assignment.value(), line)));
        }
        for (Map.Entry<String, String> entry : expanded) {
            state.variables.set(entry.getKey(), entry.getValue());
            state.imageVariables.put(entry.getKey(), entry.getValue());
        }
        return Planned.configuration(effect);
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
