package dev.varve.junit;

import dev.varve.engine.build.BuildTrail;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** What a test has begun and what ends with it, whatever becomes of the test. */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing else
final class Scope implements Store.CloseableResource, AutoCloseable {
    private final Session session;
    private final List<Container> containers = new ArrayList<>();
    private final List<Closeable> others = new ArrayList<>();
    private final List<BuiltImage> images = new ArrayList<>();
    private final List<String> failedBuilds = new ArrayList<>();

    Scope(Session session) {
        this.session = session;
    }

    /** The one of this test, or class. */
    static Scope of(ExtensionContext context) {
        Session session = Session.of(context);
        return (Scope) context.getStore(Session.NAMESPACE)
                .getOrComputeIfAbsent("scope " + context.getUniqueId(), key -> new Scope(session));
    }

    Session session() {
        return session;
    }

    synchronized void add(Container container) {
        containers.add(container);
    }

    synchronized void add(Closeable other) {
        others.add(other);
    }

    @FunctionalInterface
    private interface Step {
        BuiltImage run() throws IOException, InterruptedException;
    }

    /** Builds an image, and remembers what the build did. */
    BuiltImage image(ImageSource source) throws IOException, InterruptedException {
        return remembered(() -> session.image(source));
    }

    /** The same in a workspace. */
    BuiltImage image(ImageSource source, Workspace workspace, BuildTrail trail, boolean useCache)
            throws IOException, InterruptedException {
        return remembered(() -> new Building(session).build(source, workspace, trail, useCache));
    }

    private BuiltImage remembered(Step step) throws IOException, InterruptedException {
        try {
            BuiltImage image = step.run();
            synchronized (this) {
                images.add(image);
            }
            return image;
        } catch (FailedBuild e) {
            synchronized (this) {
                failedBuilds.add(e.log());
            }
            throw e;
        }
    }

    synchronized List<String> failedBuilds() {
        return List.copyOf(failedBuilds);
    }

    synchronized List<Container> containers() {
        return List.copyOf(containers);
    }

    synchronized List<BuiltImage> images() {
        return List.copyOf(images);
    }

    private synchronized List<Closeable> takeOthers() {
        List<Closeable> taken = List.copyOf(others);
        others.clear();
        return taken;
    }

    @Override
    public void close() throws IOException {
        // a test that ran out of time is interrupted, and its containers must go all the same
        boolean interrupted = Thread.interrupted();
        List<Exception> failures = new ArrayList<>();
        for (Container container : containers()) {
            try {
                container.close();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        for (Closeable other : takeOthers()) {
            try {
                other.close();
            } catch (IOException e) {
                failures.add(e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!failures.isEmpty()) {
            IOException failed = new IOException("what the test began could not be ended");
            failures.forEach(failed::addSuppressed);
            throw failed;
        }
    }
}
