package dev.varve.lint.layers;

import dev.varve.context.Entry;
import dev.varve.context.Selector;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Input;
import dev.varve.plan.Operation;
import dev.varve.plan.Source;
import dev.varve.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a COPY or ADD takes of the build context. */
public final class ContextCopy {
    private final Step step;
    private final List<String> sources;
    private final Optional<TakenFiles> taken;
    private final List<String> paths;

    private ContextCopy(Step step, List<String> sources, Optional<TakenFiles> taken) {
        this.step = step;
        this.sources = List.copyOf(sources);
        this.taken = taken;
        this.paths = taken.map(TakenFiles::paths)
                .orElseGet(() -> sources.stream()
                        .map(source -> source.replace("*", "").replace("?", ""))
                        .toList());
    }

    /** The instruction as it is planned. */
    public Step step() {
        return step;
    }

    /** The sources as paths of the context, clean; the root is empty. */
    public List<String> sources() {
        return sources;
    }

    /** The files; empty where the context is not known. */
    public Optional<List<Entry>> files() {
        return taken.map(TakenFiles::files);
    }

    /**
     * What a step copies of the main context; empty where it copies nothing of it, or what cannot be told, because an
     * argument has no value.
     */
    public static Optional<ContextCopy> of(Step step, Optional<ContextFiles> context) {
        Optional<Operation> operation = step.operation();
        if (operation.isEmpty() || !(operation.get() instanceof CopyFiles copy)) {
            return Optional.empty();
        }
        List<Selector> selectors = copy.inputs().stream()
                .filter(input -> input.source().equals(Source.Context.MAIN))
                .map(Input::selectors)
                .flatMap(List::stream)
                .toList();
        if (selectors.isEmpty()) {
            return Optional.empty();
        }
        List<String> sources =
                selectors.stream().map(selector -> selector.path().substring(1)).toList();
        boolean unset = step.variables().values().stream().anyMatch(Optional::isEmpty);
        if (unset && sources.contains("")) {
            return Optional.empty();
        }
        return Optional.of(new ContextCopy(step, sources, context.map(known -> known.taken(selectors))));
    }

    /** The paths it takes: files where the context is known, else the sources without their wildcards. */
    public List<String> paths() {
        return paths;
    }

    /** The files that its sources name themselves, also by a wildcard, without what it takes of folders. */
    public Stream<String> named() {
        Set<String> folders = sources.stream().map(ContextCopy::parent).collect(Collectors.toSet());
        return paths().stream().filter(path -> !path.isEmpty() && folders.contains(parent(path)));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /**
     * Whether one of the paths is such a one. Other Dockerfiles that copy the same ask the same at no cost.
     *
     * @param question stands for the predicate: equal ones have the same answer
     */
    public boolean anyPath(Object question, Predicate<String> accepted) {
        return taken.map(files -> files.any(question, accepted))
                .orElseGet(() -> paths().stream().anyMatch(accepted));
    }

    /** Whether it takes the whole context. */
    public boolean isWhole() {
        return sources.contains("");
    }

    /** How often what it takes changes; the whole of an unknown context is as hot as sources are. */
    public double heat(Heat heat) {
        return taken.map(files -> files.heat(heat)).orElseGet(() -> heat.of(paths()));
    }

    /** How often what is accepted of that changes. */
    public double heat(Heat heat, Predicate<String> accepted) {
        return heat.of(paths().stream().filter(accepted).toList());
    }

    /** The hottest path among those accepted. */
    public Optional<String> hottest(Heat heat, Predicate<String> accepted) {
        return taken.isPresent()
                ? taken.get().hottest(heat, accepted)
                : paths().stream().filter(accepted).max((a, b) -> Double.compare(heat.of(a), heat.of(b)));
    }

    /** How many bytes it takes; 0 where the context is not known. */
    public long bytes() {
        return taken.map(TakenFiles::bytes).orElse(0L);
    }
}
