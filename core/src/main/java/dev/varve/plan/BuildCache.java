package dev.varve.plan;

import dev.varve.context.BuildContext;
import dev.varve.context.ContentHash;
import dev.varve.context.Selection;
import dev.varve.context.Selector;
import dev.varve.image.Digest;
import dev.varve.plan.Dependency.Match;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * BuildKit's cache as a running build asks it. A step is found first by what its inputs are known to be, then, where that
 * does not decide, by their content, which is computed only then ({@code solver/edge.go}: the fast and the slow cache).
 * A step is asked for after the steps it depends on were found or recorded. Safe for use by several threads.
 */
public final class BuildCache {
    private final PlannedBuild build;
    private final CacheRecords records;
    private final CacheRecords others;
    private final Contents contents;
    private final Map<Source.Context, ContentHash> hashes = new HashMap<>();
    private final Map<Step, StepKey> missed = new HashMap<>();
    private final Map<Step, String> results = new HashMap<>();
    private final Map<Step, Used> used = new LinkedHashMap<>();
    private @Nullable String session;

    public BuildCache(PlannedBuild build, CacheRecords records, Contents contents) {
        this(build, records, CacheRecords.NONE, contents);
    }

    /**
     * A cache with another behind it.
     *
     * @param records the cache
     * @param others what does not count as cached, but need not be made again either
     */
    public BuildCache(PlannedBuild build, CacheRecords records, CacheRecords others, Contents contents) {
        this.build = build;
        this.records = records;
        this.others = others;
        this.contents = contents;
    }

    /**
     * A record that need not be made.
     *
     * @param cached whether the cache has it; else the one behind it has
     */
    public record Found(CacheRecord record, boolean cached) {}

    /**
     * A record that the build found or made.
     *
     * @param definition what {@link CacheRecords} knows it by
     */
    public record Used(String definition, CacheRecord record) {}

    /** The records of the steps that were found or have been recorded so far. */
    public synchronized List<Used> used() {
        return List.copyOf(used.values());
    }

    /**
     * The record of a step that need not run again; empty where it must.
     *
     * @throws UnmetInputException where an input is not there, so that it cannot run
     * @throws IOException where an input or the cache cannot be read
     */
    public synchronized Optional<Found> find(Step step) throws IOException {
        StepKey key = key(step);
        missed.put(step, key);
        Optional<CacheRecord> cached = find(step, records);
        if (cached.isPresent()) {
            return Optional.of(new Found(cached.get(), true));
        }
        Optional<CacheRecord> other = find(step, others);
        if (other.isPresent()) {
            records.add(key.definition(), other.get());
            return Optional.of(new Found(other.get(), false));
        }
        return Optional.empty();
    }

    private Optional<CacheRecord> find(Step step, CacheRecords where) throws IOException {
        StepKey key = missed(step);
        List<CacheRecord> known = where.find(key.definition());
        Optional<CacheRecord> found = match(key, known);
        if (found.isEmpty() && mayMatch(key, known)) {
            StepKey whole = withContent(step, key);
            missed.put(step, whole);
            found = match(whole, known).map(same -> same.with(whole.dependencies()));
            if (found.isPresent()) {
                where.add(key.definition(), found.get());
            }
        }
        if (found.isPresent()) {
            missed.remove(step);
            results.put(step, resultOf(step, found.get().id()));
            used.put(step, new Used(key.definition(), found.get()));
        }
        return found;
    }

    private StepKey missed(Step step) {
        StepKey key = missed.get(step);
        if (key == null) {
            throw new IllegalStateException("was not asked for: " + step);
        }
        return key;
    }

    /** Marks a step to run without asking the cache for it, as {@code --no-cache} does. */
    public synchronized void skip(Step step) throws IOException {
        missed.put(step, key(step));
    }

    /**
     * Keeps the result of a step that was not found and has run.
     *
     * @param layer the diff ID of what it left; empty where it left the file system as it was
     */
    public synchronized void record(Step step, Optional<Digest> layer, Instant created, Duration took)
            throws IOException {
        StepKey key = missed(step);
        missed.remove(step);
        StepKey whole = lacksContent(key) ? withContent(step, key) : key;
        String id = Digest.of(canonical(whole) + layer.map(Digest::toString).orElse(""))
                .hex();
        CacheRecord record = new CacheRecord(id, whole.dependencies(), layer, created, took);
        records.add(whole.definition(), record);
        others.add(whole.definition(), record);
        used.put(step, new Used(whole.definition(), record));
        results.put(step, resultOf(step, id));
    }

    private static Optional<CacheRecord> match(StepKey key, List<CacheRecord> known) {
        return known.stream()
                .filter(record -> Match.of(key.dependencies(), record.dependencies()) == Match.YES)
                .findFirst();
    }

    private StepKey key(Step step) throws IOException {
        Operation operation = operation(step);
        List<Dependency> dependencies = new ArrayList<>();
        for (Input input : operation.inputs()) {
            dependencies.add(dependency(input));
        }
        return new StepKey(Digest.of(operation.definition()).hex(), dependencies);
    }

    /** Copied files that are linked are known by themselves, whatever they are laid over. */
    private static Operation operation(Step step) {
        Operation operation = step.operation()
                .orElseThrow(() -> new IllegalArgumentException("changes the configuration only: " + step));
        return operation instanceof CopyFiles copy && copy.link() ? copy.unlinked() : operation;
    }

    private String resultOf(Step step, String id) throws IOException {
        if (step.operation().orElse(null) instanceof CopyFiles copy && copy.link()) {
            Dependency below = dependency(new Input(copy.parent(), List.of(), false));
            return Digest.of("merge " + below.origins() + id).hex();
        }
        return id;
    }

    private Dependency dependency(Input input) throws IOException {
        Source source = input.source();
        String selection = selection(input.selectors());
        if (source instanceof Source.Context context) {
            return context(context, input);
        }
        if (source instanceof Source.Result earlier) {
            return Dependency.origin(result(earlier.step()) + selection, input.byContent());
        }
        if (source instanceof Source.Remote remote) {
            return Dependency.origin(Digest.of(contents.identity(remote)).hex() + selection, false);
        }
        if (source instanceof Source.Inline || source instanceof Source.EmptyFolder) {
            return Dependency.content(Digest.of(source.toString()).hex());
        }
        return Dependency.origin(source + selection, input.byContent());
    }

    private String result(Step step) {
        if (step.operation().orElse(null) instanceof Pull pull) {
            return pull.image().toString();
        }
        String result = results.get(step);
        if (result == null) {
            throw new IllegalStateException("has no result yet: " + step);
        }
        return result;
    }

    private String session() {
        if (session == null) {
            session = UUID.randomUUID().toString();
        }
        return session;
    }

    private Dependency context(Source.Context source, Input input) throws IOException {
        if (!input.byContent()) {
            // a folder that a stage begins with is new to every build: BuildKit keys it by session
            return Dependency.origin(session(), false);
        }
        BuildContext context = build.contexts()
                .find(source)
                .orElseThrow(() -> new IllegalStateException("no context '" + source.name() + "'"));
        ContentHash hash = hashes.computeIfAbsent(source, key -> new ContentHash(context));
        Selection selection = hash.of(input.selectors());
        if (!selection.problems().isEmpty()) {
            throw new UnmetInputException(source, selection.problems());
        }
        return Dependency.content(selection.digest());
    }

    private static String canonical(StepKey key) {
        Definition text = new Definition(key.definition());
        for (Dependency dependency : key.dependencies()) {
            text.add(dependency.origins().stream().sorted().toList()).add(dependency.content());
        }
        return text.toString();
    }

    /** Whether knowing the content of inputs may find one of these records. */
    private static boolean mayMatch(StepKey key, List<CacheRecord> known) {
        return lacksContent(key)
                && known.stream()
                        .anyMatch(record -> Match.of(key.dependencies(), record.dependencies()) == Match.MAYBE);
    }

    private static boolean lacksContent(StepKey key) {
        return key.dependencies().stream().anyMatch(Dependency::lacksContent);
    }

    private StepKey withContent(Step step, StepKey key) throws IOException {
        List<Input> inputs = operation(step).inputs();
        List<Dependency> whole = new ArrayList<>(key.dependencies());
        for (int i = 0; i < inputs.size(); i++) {
            if (whole.get(i).lacksContent()) {
                Input input = inputs.get(i);
                whole.set(i, whole.get(i).withContent(contents.digest(input.source(), input.selectors())));
            }
        }
        return new StepKey(key.definition(), whole);
    }

    private static String selection(List<Selector> selectors) {
        if (selectors.isEmpty()) {
            return "\0";
        }
        return selectors.stream().map(Selector::path).sorted().collect(Collectors.joining("\0", "\0", ""));
    }
}
