package dev.varve.differential;

import dev.varve.engine.BuildRequest;
import dev.varve.engine.BuildResult;
import dev.varve.engine.Engine;
import dev.varve.image.Digest;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes images with Varve's engine. */
final class VarveImage {
    private static final String IMAGE = "docker-image://";

    private final Engine engine;
    private final Path home;

    /** @param home the store of the engine */
    VarveImage(Engine engine, Path home) {
        this.engine = engine;
        this.home = home;
    }

    /** What the last build of the fixture makes; its files are in {@code context}. */
    ImageArchive build(Fixture fixture, Path context) throws IOException, InterruptedException {
        BuildResult result = null;
        for (FixtureBuild build : fixture.builds()) {
            result = request(build, context).withoutCache().run();
        }
        if (result == null) {
            throw new IllegalArgumentException("nothing to build: " + fixture);
        }
        ImageConfig config = engine.image(result.image().hex()).config();
        List<List<LayerItem>> layers = new ArrayList<>();
        for (Digest diffId : config.diffIds()) {
            try (InputStream layer = Files.newInputStream(home.resolve("blobs/sha256/" + diffId.hex()))) {
                layers.add(LayerItem.readAll(layer));
            }
        }
        return new ImageArchive(config, layers);
    }

    private BuildRequest request(FixtureBuild build, Path context) throws IOException {
        BuildRequest request = engine.build(context)
                .dockerfile(context.resolve(build.dockerfile()))
                .network("host")
                .args(build.arguments());
        if (!build.tag().isEmpty()) {
            request.tag(build.tag());
        }
        if (!build.target().isEmpty()) {
            request.target(build.target());
        }
        if (!build.platform().isEmpty()) {
            request.platform(Platform.parse(build.platform()));
        }
        build.labels().forEach(request::label);
        for (Map.Entry<String, String> secret : build.secrets().entrySet()) {
            request.secret(secret.getKey(), Files.readAllBytes(context.resolve(secret.getValue())));
        }
        build.contexts().forEach((name, where) -> {
            if (where.startsWith(IMAGE)) {
                request.contextImage(name, ImageReference.parse(where.substring(IMAGE.length())));
            } else {
                request.context(name, context.resolve(where));
            }
        });
        return request;
    }
}
