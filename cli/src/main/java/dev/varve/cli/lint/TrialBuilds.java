package dev.varve.cli.lint;

import dev.varve.cli.build.BuildLog;
import dev.varve.cli.console.Console;
import dev.varve.engine.BuildFailedException;
import dev.varve.engine.BuildRequest;
import dev.varve.engine.Engine;
import dev.varve.engine.Image;
import dev.varve.image.Digest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds whose images nobody is to keep: in the end those that have no name and were not there before are gone. The cache stays. */
final class TrialBuilds implements Closeable {
    private final Engine engine;
    private final Path context;
    private final Console console;
    private final Set<Digest> before;
    private final Set<Digest> made = new HashSet<>();

    TrialBuilds(Engine engine, Path context, Console console) throws IOException {
        this.engine = engine;
        this.context = context;
        this.console = console;
        this.before = engine.images().stream().map(Image::id).collect(Collectors.toSet());
    }

    Image build(Path dockerfile) throws IOException, InterruptedException {
        return run(engine.build(context).dockerfile(dockerfile));
    }

    /** Runs every step. */
    Image buildAnew(Path dockerfile) throws IOException, InterruptedException {
        return run(engine.build(context).dockerfile(dockerfile).withoutCache());
    }

    private Image run(BuildRequest request) throws IOException, InterruptedException {
        try (BuildLog log = BuildLog.onTerminal(console)) {
            Digest image = request.listener(log).progress(log).run().image();
            made.add(image);
            return engine.image(image.toString());
        } catch (BuildFailedException e) {
            e.imageBefore().map(Digest::parse).ifPresent(made::add);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        for (Image image : engine.images()) {
            if (made.contains(image.id())
                    && !before.contains(image.id())
                    && image.names().isEmpty()) {
                engine.remove(image.id().toString(), false);
            }
        }
    }
}
