package dev.varve.lint.layers;

import dev.varve.context.BuildContext;
import dev.varve.context.Coverage;
import dev.varve.context.Entry;
import dev.varve.context.EntryType;
import dev.varve.context.Selector;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Input;
import dev.varve.plan.Operation;
import dev.varve.plan.Source;
import dev.varve.plan.Step;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a COPY or ADD takes of the build context. Not safe for use by several threads. */
public final class ContextCopy {
    private final Step step;
    private final List<String> sources;
    private final Optional<List<Entry>> files;
    private final IdentityHashMap<Heat, Double> heats = new IdentityHashMap<>();
    private @Nullable List<String> paths;

    private ContextCopy(Step step, List<String> sources, Optional<List<Entry>> files) {
        this.step = step;
        this.sources = List.copyOf(sources);
        this.files = files.map(List::copyOf);
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
        return files;
    }

    /**
     * What a step copies of the main context; empty where it copies nothing of it, or what cannot be told, because an
     * argument has no value.
     */
    public static Optional<ContextCopy> of(Step step, Optional<BuildContext> context) {
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
        return Optional.of(new ContextCopy(step, sources, context.map(known -> files(known, selectors))));
    }

    private static List<Entry> files(BuildContext context, List<Selector> selectors) {
        return Coverage.of(context.tree(), selectors).stream()
                .filter(entry -> entry.type() != EntryType.DIRECTORY)
                .toList();
    }

    /** The paths it takes: files where the context is known, else the sources without their wildcards. */
    public List<String> paths() {
        if (paths == null) {
            paths = files.map(known -> known.stream().map(Entry::path).toList())
                    .orElseGet(() -> sources.stream()
                            .map(source -> source.replace("*", "").replace("?", ""))
                            .toList());
        }
        return paths;
    }

    /** Whether it takes the whole context. */
    public boolean isWhole() {
        return sources.contains("");
    }

    /** How often what it takes changes; the whole of an unknown context is as hot as sources are. */
    public double heat(Heat heat) {
        return heats.computeIfAbsent(heat, asked -> asked.of(paths()));
    }

    /** How often what is accepted of that changes. */
    public double heat(Heat heat, Predicate<String> accepted) {
        return heat.of(paths().stream().filter(accepted).toList());
    }

    /** The hottest path among those accepted. */
    public Optional<String> hottest(Heat heat, Predicate<String> accepted) {
        return paths().stream().filter(accepted).max(Comparator.comparingDouble(heat::of));
    }

    /** How many bytes it takes; 0 where the context is not known. */
    public long bytes() {
        return files.orElse(List.of()).stream().mapToLong(Entry::size).sum();
    }
}
