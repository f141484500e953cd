package dev.varve.cli.image;

import dev.varve.cli.Shell;
import dev.varve.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Images to look at. */
final class ImageFixture {
    private ImageFixture() {}

    /** Builds an image of files alone, so that it needs nothing to run in. */
    static String build(Shell shell, Path folder, String dockerfile, String... tags) throws Exception {
        return build(shell, folder, dockerfile, Map.of(), tags);
    }

    static String build(Shell shell, Path folder, String dockerfile, Map<String, String> arguments, String... tags)
            throws Exception {
        Path context = Files.createTempDirectory(folder, "context");
        Files.writeString(context.resolve("Dockerfile"), dockerfile);
        Files.writeString(context.resolve("small"), "small");
        Files.write(context.resolve("large"), new byte[100_000]);
        try (Engine engine = Engine.open(shell.environment())) {
            var request = engine.build(context).args(arguments);
            for (String tag : tags) {
                request.tag(tag);
            }
            return request.run().image().toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
