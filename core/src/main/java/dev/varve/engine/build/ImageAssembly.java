package dev.varve.engine.build;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.HistoryEntry;
import dev.varve.image.ImageConfig;
import dev.varve.image.MediaType;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.Source;
import dev.varve.plan.StagePlan;
import dev.varve.plan.Step;
import dev.varve.store.Store;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the image together that a stage makes: layers, history, configuration, manifest (BuildKit
 * {@code exporter/containerimage/writer.go}).
 */
final class ImageAssembly {
    private final BuildPlan plan;
    private final Map<Step, StepResult> results;
    private final Sources sources;
    private final Store store;
    private final BuildTime time;
    private final Map<Digest, Descriptor> known = new HashMap<>();

    /** @param bases the manifests and configurations of images whose layers are kept as they came */
    ImageAssembly(
            BuildPlan plan,
            Map<Step, StepResult> results,
            Sources sources,
            Store store,
            BuildTime time,
            List<BaseLayers> bases) {
        this.plan = plan;
        this.results = results;
        this.sources = sources;
        this.store = store;
        this.time = time;
        for (BaseLayers base : bases) {
            for (int i = 0; i < base.diffIds().size(); i++) {
                known.put(base.diffIds().get(i), base.descriptors().get(i));
            }
        }
    }

    /** The layers of an image in the form in which it came. */
    record BaseLayers(List<Digest> diffIds, List<Descriptor> descriptors) {}

    /** Keeps the image of this stage in the store, without a name. */
    Descriptor assemble(StagePlan stage) throws IOException {
        ImageConfig planned = stage.image();
        List<Digest> diffIds = new ArrayList<>(planned.diffIds());
        List<Instant> times = new ArrayList<>();
        Optional<Source.Context> beginning = Optional.empty();
        for (StagePlan part : lineage(stage)) {
            for (Step step : part.steps()) {
                Optional<Source.Context> context = beginning(step);
                if (context.isPresent()) {
                    diffIds.addAll(sources.layers(context.get()));
                    beginning = context;
                }
                StepResult result = results.get(step);
                if (result != null && result.layer().isPresent()) {
                    diffIds.add(result.layer().get());
                    times.add(result.created().orElseGet(time::now));
                }
            }
        }
        List<HistoryEntry> history = new ArrayList<>(timed(planned.history(), times));
        if (beginning.isPresent()) {
            history.add(0, entry(beginning.get()));
        }
        Optional<Instant> created = history.isEmpty()
                ? planned.created()
                : history.get(history.size() - 1).created();
        ImageConfig config = new ImageConfig(
                planned.platform(),
                created.or(() -> Optional.of(time.now())),
                planned.author(),
                planned.config(),
                diffIds,
                history);
        return write(config);
    }

    /** Puts the image into the store; what names it keeps it there. */
    Descriptor write(ImageConfig config) throws IOException {
        List<Descriptor> layers = new ArrayList<>();
        for (Digest diffId : config.diffIds()) {
            layers.add(layer(diffId));
        }
        return store.images().write(config, layers);
    }

    /** The build context that a stage begins with, of the first step that changes it. */
    private static Optional<Source.Context> beginning(Step step) {
        return step.operation().isPresent() && step.operation().get().parent() instanceof Source.Context context
                ? Optional.of(context)
                : Optional.empty();
    }

    private HistoryEntry entry(Source.Context context) {
        return new HistoryEntry(
                Optional.of(time.now()), "build context " + context.name(), "", "buildkit.exporter.image.v0", false);
    }

    private Descriptor layer(Digest diffId) throws IOException {
        Descriptor base = known.get(diffId);
        if (base == null) {
            return new Descriptor(MediaType.OCI_LAYER, diffId, store.blobs().size(diffId));
        }
        return new Descriptor(MediaType.inOci(base.mediaType()), base.digest(), base.size());
    }

    /** The stages that a stage begins with, directly or not, the first first, and itself. */
    private List<StagePlan> lineage(StagePlan stage) {
        Deque<StagePlan> lineage = new ArrayDeque<>();
        Optional<StagePlan> next = Optional.of(stage);
        while (next.isPresent()) {
            lineage.push(next.get());
            next = next.get().base().flatMap(plan::stage);
        }
        return new ArrayList<>(lineage);
    }

    /**
     * Gives the new entries their times: a layer's is its own; what makes none has that of the layer before it, or of the
     * first new one ({@code normalizeLayersAndHistory}).
     */
    private static List<HistoryEntry> timed(List<HistoryEntry> planned, List<Instant> times) {
        List<HistoryEntry> history = new ArrayList<>();
        int layer = 0;
        Optional<Instant> last = Optional.empty();
        if (!times.isEmpty()) {
            last = Optional.of(times.get(0));
        }
        for (HistoryEntry entry : planned) {
            Optional<Instant> created = entry.created();
            if (created.isEmpty() && !entry.emptyLayer() && layer < times.size()) {
                created = Optional.of(times.get(layer++));
                last = created;
            } else if (created.isEmpty()) {
                created = last;
            } else if (times.isEmpty()) {
                last = created;
            }
            history.add(
                    new HistoryEntry(created, entry.createdBy(), entry.author(), entry.comment(), entry.emptyLayer()));
        }
        return history;
    }
}
