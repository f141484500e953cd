package dev.varve.plan;

import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.ArgDeclaration;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Diagnostic;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.ExpansionException;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Mount;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.ShellLexer;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The stages of a Dockerfile, what each begins with and copies from, and which of them the target needs (BuildKit
 * {@code frontend/dockerfile/dockerfile2llb/convert.go}).
 */
final class StageGraph {
    private final BuildOptions options;
    private final ShellLexer lexer;
    private final Map<String, String> globalArguments;
    private final List<StageNode> nodes = new ArrayList<>();
    private final Map<String, StageNode> byName = new HashMap<>();

    StageGraph(Dockerfile dockerfile, BuildOptions options) throws PlanException {
        this.options = options;
        this.lexer = new ShellLexer(dockerfile.escape());
        String lastName =
                dockerfile.stages().get(dockerfile.stages().size() - 1).name();
        this.globalArguments =
                PredefinedArguments.of(options, options.target().orElse(lastName == null ? "" : lastName));
        declareGlobalArguments(dockerfile.globalArgs());
        for (Stage stage : dockerfile.stages()) {
            add(stage);
        }
    }

    Map<String, String> globalArguments() {
        return globalArguments;
    }

    private void declareGlobalArguments(List<Arg> declarations) throws PlanException {
        for (Arg arg : declarations) {
            for (ArgDeclaration declaration : arg.declarations()) {
                String given = options.buildArgs().get(declaration.name());
                Word fallback = declaration.defaultValue();
                if (given != null) {
                    globalArguments.put(declaration.name(), given);
                } else if (fallback != null) {
                    globalArguments.put(declaration.name(), expand(fallback, arg.line()));
                }
            }
        }
    }

    private String expand(Word word, int line) throws PlanException {
        try {
            return lexer.expand(word.text(), globalArguments::get).text();
        } catch (ExpansionException e) {
            throw new PlanException(line, String.valueOf(e.getMessage()));
        }
    }

    private void add(Stage stage) throws PlanException {
        int line = stage.from().line();
        String baseName = expand(stage.from().base(), line);
        if (baseName.isEmpty()) {
            throw new PlanException(
                    line,
                    "the base image of this stage is blank: '"
                            + stage.from().base().text()
                            + "' expands to nothing; give the argument a default or a --build-arg");
        }
        String name = stage.name();
        StageNode node = new StageNode(
                stage,
                baseName,
                platform(stage, line),
                byName.get(baseName),
                name == null ? null : options.contexts().get(name));
        nodes.add(node);
        if (name != null) {
            byName.put(name, node);
        }
    }

    private @Nullable Platform platform(Stage stage, int line) throws PlanException {
        Word word = stage.from().platform();
        if (word == null) {
            return null;
        }
        String text = expand(word, line);
        try {
            return Platform.parse(text);
        } catch (IllegalArgumentException e) {
            throw new PlanException(line, String.valueOf(e.getMessage()));
        }
    }

    StageNode target() throws PlanException {
        Optional<String> wanted = options.target();
        if (wanted.isEmpty()) {
            return nodes.get(nodes.size() - 1);
        }
        StageNode node = byName.get(lowerCase(wanted.get()));
        if (node == null) {
            throw new PlanException(
                    0,
                    "target stage '" + wanted.get() + "' is not in the Dockerfile"
                            + (byName.isEmpty() ? "; it names no stages" : "; its stages are " + stageNames()));
        }
        return node;
    }

    StageNode node(int index) {
        return nodes.get(index);
    }

    private String stageNames() {
        return String.join(", ", new TreeSet<>(byName.keySet()));
    }

    /** The stages that the target needs, itself among them, in the order of the file. */
    List<StageNode> reachableFrom(StageNode target) throws PlanException {
        boolean[] reached = new boolean[nodes.size()];
        Deque<StageNode> open = new ArrayDeque<>(List.of(target));
        while (!open.isEmpty()) {
            StageNode node = open.pop();
            if (reached[node.stage.index()]) {
                continue;
            }
            reached[node.stage.index()] = true;
            if (node.replacement != null) {
                continue;
            }
            if (node.base != null) {
                open.push(node.base);
            } else {
                node.triggers.addAll(imageTriggers(node));
            }
            for (Instruction instruction : node.triggers) {
                referredTo(instruction, node).forEach(open::push);
            }
            for (Instruction instruction : node.stage.instructions()) {
                referredTo(instruction, node).forEach(open::push);
            }
        }
        return nodes.stream().filter(node -> reached[node.stage.index()]).toList();
    }

    private List<Instruction> imageTriggers(StageNode node) throws PlanException {
        Platform platform = node.platform == null ? options.platform() : node.platform;
        Source files = outside(node.baseName, platform, node.line());
        List<Instruction> triggers = new ArrayList<>();
        for (String trigger :
                files instanceof Source.Image image ? find(image).config().onBuild() : List.<String>of()) {
            Dockerfile parsed = Dockerfile.parse("ONBUILD of " + node.baseName, "FROM scratch\n" + trigger);
            for (Diagnostic diagnostic : parsed.diagnostics()) {
                if (diagnostic.severity() == Diagnostic.Severity.ERROR) {
                    throw new PlanException(
                            node.line(),
                            "the ONBUILD '" + trigger + "' of " + node.baseName + ": " + diagnostic.message());
                }
            }
            triggers.addAll(parsed.stages().get(0).instructions());
        }
        return triggers;
    }

    private List<StageNode> referredTo(Instruction instruction, StageNode user) throws PlanException {
        List<StageNode> found = new ArrayList<>();
        if (instruction instanceof Copy copy && copy.from() != null) {
            String from = copy.from().text();
            addStage(stage(from, instruction.line()), from, user, instruction, found);
        } else if (instruction instanceof Run run) {
            for (Word mount : run.mounts()) {
                String from = Mount.from(mount.text());
                if (from != null) {
                    addStage(byName.get(lowerCase(from)), from, user, instruction, found);
                }
            }
        }
        return found;
    }

    private static void addStage(
            @Nullable StageNode node, String reference, StageNode user, Instruction instruction, List<StageNode> found)
            throws PlanException {
        if (node == null) {
            return;
        }
        if (node.stage.index() >= user.stage.index()) {
            throw new PlanException(
                    instruction.line(),
                    node == user
                            ? "stage '" + reference + "' copies from itself"
                            : "stage '" + reference + "' is used here but defined later, at line " + node.line()
                                    + "; move it above this stage");
        }
        found.add(node);
    }

    /** The stage of that index or name; only COPY takes an index. */
    private @Nullable StageNode stage(String reference, int line) throws PlanException {
        if (!reference.isEmpty() && reference.chars().allMatch(c -> c >= '0' && c <= '9')) {
            if (reference.length() > 9 || Integer.parseInt(reference) >= nodes.size()) {
                throw new PlanException(line, "there is no stage " + reference + "; the last is " + (nodes.size() - 1));
            }
            return nodes.get(Integer.parseInt(reference));
        }
        return byName.get(lowerCase(reference));
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What COPY's {@code --from} means: a stage's result, a named context or an image. */
    Source copySource(String reference, Platform platform, int line) throws PlanException {
        return source(stage(reference, line), reference, platform, line);
    }

    /** What a mount's {@code from} means. */
    Source mountSource(String reference, Platform platform, int line) throws PlanException {
        return source(byName.get(lowerCase(reference)), reference, platform, line);
    }

    private Source source(@Nullable StageNode node, String reference, Platform platform, int line)
            throws PlanException {
        return node != null && node.result != null ? node.result.files : outside(reference, platform, line);
    }

    /** The configuration that a stage begins with whose base is no stage. */
    ImageState imageState(Source files, Platform platform) {
        return files instanceof Source.Image image ? new ImageState(find(image)) : ImageState.scratch(platform);
    }

    private ImageConfig find(Source.Image image) {
        return options.baseImages().find(image.reference(), image.platform()).config();
    }

    /** The meaning of a name that is no stage. */
    Source outside(String reference, Platform platform, int line) throws PlanException {
        Source named = options.contexts().get(reference);
        if (named != null) {
            return named;
        }
        if (reference.equals("scratch")) {
            return new Source.Scratch();
        }
        ImageReference image;
        try {
            image = ImageReference.parse(reference);
        } catch (IllegalArgumentException e) {
            throw new PlanException(line, "'" + reference + "' is neither a stage nor a valid image name");
        }
        Source familiar = options.contexts().get(image.familiar());
        if (familiar != null) {
            return familiar;
        }
        String complete = image.toString();
        return new Source.Image(
                complete,
                platform,
                options.baseImages().find(complete, platform).identity());
    }
}
