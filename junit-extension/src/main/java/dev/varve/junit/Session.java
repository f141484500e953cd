package dev.varve.junit;

import dev.varve.engine.Engine;
import dev.varve.image.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** What all tests of a run share: the engine, and each image once. */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing else
final class Session implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    static final Namespace NAMESPACE = Namespace.create(VarveExtension.class);
    private static final int DEFAULT_SECONDS = 60;

    private final Engine engine;
    private final Duration timeout;
    private final Map<ImageSource, CompletableFuture<BuiltImage>> images = new ConcurrentHashMap<>();
    private final Map<Ability, Optional<String>> lacking = new ConcurrentHashMap<>();
    private final Map<Digest, OpenImage> open = new ConcurrentHashMap<>();

    private Session(Engine engine, Duration timeout) {
        this.engine = engine;
        this.timeout = timeout;
    }

    /** The one of this run of tests. */
    static Session of(ExtensionContext context) {
        return (Session) context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Session.class, key -> Unchecked.get(() -> open(context)));
    }

    private static Session open(ExtensionContext context) throws IOException, InterruptedException {
        Optional<Path> home = context.getConfigurationParameter("varve.store").map(Path::of);
        Engine engine = home.isPresent() ? Engine.open(home.get()) : Engine.open();
        new Leftovers(engine).remove();
        return new Session(
                engine,
                Duration.ofSeconds(context.getConfigurationParameter("varve.timeout")
                        .map(Long::parseLong)
                        .orElse((long) DEFAULT_SECONDS)));
    }

    Engine engine() {
        return engine;
    }

    /** What this machine lacks for an ability, and what to do; empty where nothing. It is found out once. */
    Optional<String> lacking(Ability ability) {
        return lacking.computeIfAbsent(ability, asked -> switch (asked) {
            case RUN -> Unchecked.get(engine::whyNotRun);
        });
    }

    /** How long a test waits where it does not say. */
    Duration timeout() {
        return timeout;
    }

    /** The image of this source, built by the first who asks; whoever else asks meanwhile waits. */
    BuiltImage image(ImageSource source) throws IOException, InterruptedException {
        while (true) {
            CompletableFuture<BuiltImage> mine = new CompletableFuture<>();
            CompletableFuture<BuiltImage> first = images.putIfAbsent(source, mine);
            if (first == null) {
                build(source, mine);
                first = mine;
            }
            try {
                return first.get();
            } catch (ExecutionException e) {
                if (first != mine && e.getCause() instanceof InterruptedException) {
                    continue;
                }
                throw failure(e.getCause());
            }
        }
    }

    private void build(ImageSource source, CompletableFuture<BuiltImage> mine) {
        try {
            mine.complete(new Building(this).build(source));
        } catch (InterruptedException e) {
            images.remove(source, mine);
            mine.completeExceptionally(e);
        } catch (IOException | RuntimeException | Error e) {
            mine.completeExceptionally(e);
        }
    }

    private static IOException failure(@org.jspecify.annotations.Nullable Throwable cause)
            throws IOException, InterruptedException {
        if (cause instanceof IOException e) {
            throw e;
        }
        if (cause instanceof InterruptedException e) {
            throw e;
        }
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        return new IOException(cause);
    }

    /** The files of an image. */
    OpenImage open(dev.varve.engine.Image image) {
        return open.computeIfAbsent(image.id(), id -> Unchecked.get(() -> OpenImage.of(image)));
    }

    @Override
    public void close() throws IOException {
        for (OpenImage image : open.values()) {
            image.close();
        }
        engine.close();
    }
}
