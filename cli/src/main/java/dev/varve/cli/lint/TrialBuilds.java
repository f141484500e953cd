package dev.varve.cli.lint;

import dev.varve.cli.build.BuildLog;
import dev.varve.cli.console.Console;
import dev.varve.engine.BuildRequest;
import dev.varve.engine.Engine;
import dev.varve.engine.Image;
import dev.varve.image.Digest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds whose images nobody is to keep: in the end those without a name are gone that were not there before. The cache stays. */
final class TrialBuilds implements Closeable {
    private final Engine engine;
    private final Path context;
    private final Console console;
    private final Set<Digest> before;

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
            return engine.image(image.toString());
        }
    }

    @Override
    public void close() throws IOException {
        for (Image image : engine.images()) {
            if (image.names().isEmpty() && !before.contains(image.id())) {
                engine.remove(image.id().toString(), false);
            }
        }
    }
}
