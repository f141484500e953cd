package dev.varve.engine.build;

import dev.varve.context.BuildContext;
import dev.varve.context.ContentHash;
import dev.varve.context.Selection;
import dev.varve.context.Selector;
import dev.varve.engine.files.SourceTree;
import dev.varve.engine.files.Stacks;
import dev.varve.image.Digest;
import dev.varve.plan.Contents;
import dev.varve.plan.Contexts;
import dev.varve.plan.Source;
import dev.varve.plan.Step;
import dev.varve.plan.UnmetInputException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where the files of a build come from. Safe for use by several threads. */
final class Sources implements Contents {
    private final Contexts contexts;
    private final Images images;
    private final Downloads downloads;
    private final GitCheckouts checkouts;
    private final Stacks stacks;
    private final Map<Step, List<Digest>> results = new ConcurrentHashMap<>();
    private final Map<Source.Context, List<Digest>> contextLayers = new ConcurrentHashMap<>();

    Sources(Contexts contexts, Images images, Downloads downloads, GitCheckouts checkouts, Stacks stacks) {
        this.contexts = contexts;
        this.images = images;
        this.downloads = downloads;
        this.checkouts = checkouts;
        this.stacks = stacks;
    }

    /** Takes note of the file system that a step left. */
    void done(Step step, List<Digest> layers) {
        results.put(step, List.copyOf(layers));
    }

    /** Takes note of a layer that holds a build context. */
    void laidOut(Source.Context context, List<Digest> layers) {
        contextLayers.put(context, layers);
    }

    /**
     * The diff IDs of a source that is a file system, the lowest first.
     *
     * @throws IllegalArgumentException where it is none, or is not done yet
     */
    List<Digest> layers(Source source) throws IOException {
        if (source instanceof Source.Scratch) {
            return List.of();
        }
        if (source instanceof Source.Image image) {
            return images.layers(image);
        }
        @Nullable List<Digest> known = null;
        if (source instanceof Source.Result result) {
            known = results.get(result.step());
        } else if (source instanceof Source.Context context) {
            known = contextLayers.get(context);
        }
        if (known == null) {
            throw new IllegalArgumentException("no file system, or not done yet: " + source);
        }
        return known;
    }

    BuildContext context(Source.Context source) {
        BuildContext context = contexts.byName().get(source.name());
        if (context == null) {
            throw new IllegalArgumentException("no such build context: '" + source.name() + "'");
        }
        return context;
    }

    SourceTree remote(Source.Remote remote) throws IOException {
        return remote.git() ? checkouts.files(remote) : downloads.files(remote);
    }

    @Override
    public String identity(Source.Remote remote) throws IOException {
        return remote.git() ? checkouts.commit(remote) : downloads.identity(remote);
    }

    @Override
    public String digest(Source source, List<Selector> selectors) throws IOException {
        ContentHash hash = stacks.hash(layers(source));
        synchronized (hash) {
            Selection selection = hash.of(selectors);
            if (!selection.problems().isEmpty()) {
                throw new UnmetInputException(source, selection.problems());
            }
            return selection.digest();
        }
    }
}
