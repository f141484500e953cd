package dev.varve.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layers that a real BuildKit makes now are read, and written again byte for byte. */
@Tag("engine")
class EngineLayerTest {
    private static final String DOCKERFILE = """
            FROM varve-base AS base
            RUN mkdir -p /d/e && echo hi > /d/e/f && ln /d/e/f /d/hard && ln -s ../x /d/sym && mkfifo /d/fifo \
             && n=$(printf 'n%.0s' $(seq 120)) && mkdir -p /d/$n/$n && echo 1 > /d/$n/$n/f && echo 2 > /d/$n/g \
             && ln -s $n /d/longlink && printf 1 > "$(printf '/d/bad\\377name')" && chown 3000000:5 /d/e/f && chmod 5777 /d/e
            RUN rm -rf /d/e /bin/ar && rm /d/bad* && touch -d '1960-01-01 00:00:00' /d/sym && rm -rf /home && mkdir /home
            WORKDIR /w/x
            COPY --chown=user:user --chmod=640 . /c/
            """;
    private static final Pattern DIGEST = Pattern.compile("\"digest\":\\s*\"sha256:([0-9a-f]{64})\"");
    private static final long MOST = 1 << 30;

    @TempDir
    Path folder;

    @Test
    void layers_of_buildkit_are_written_again_byte_for_byte() throws Exception {
        Docker docker = Docker.find();
        Path context = Files.createDirectory(folder.resolve("context"));
        Files.writeString(context.resolve("Dockerfile"), DOCKERFILE);
        Path archive = folder.resolve("image.tar");

        Docker.Result built = docker.run(
                "buildx", "build", "--network", "none", "-o", "type=oci,dest=" + archive, context.toString());
        assertThat(built.succeeded()).as(built.output()).isTrue();

        try (Layer image = Layer.open(archive)) {
            String manifest = text(image, digests(image, "index.json").get(0));
            List<String> layers = digests(manifest.substring(manifest.indexOf("\"layers\"")));
            assertThat(layers).hasSize(5);
            for (String layer : layers.subList(1, layers.size())) {
                compare(image, layer);
            }
        }
    }

    private void compare(Layer image, String digest) throws IOException {
        byte[] theirs;
        try (InputStream in = LayerCompression.decompress(open(image, blob(digest)), digest, MOST)) {
            theirs = in.readAllBytes();
        }
        try (Layer layer = Layer.open(Files.write(folder.resolve(digest), theirs))) {
            assertThat(layer.entries()).isNotEmpty();
            assertThat(LayerCopy.of(layer)).isEqualTo(theirs);
        }
    }

    private static String blob(String hex) {
        return "blobs/sha256/" + hex;
    }

    private static List<String> digests(Layer image, String path) throws IOException {
        return digests(new String(open(image, path).readAllBytes(), StandardCharsets.UTF_8));
    }

    private static String text(Layer image, String hex) throws IOException {
        return new String(open(image, blob(hex)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static InputStream open(Layer image, String path) {
        return image.open(LayerEntry.file(path, 0644, 0));
    }

    private static List<String> digests(String json) {
        List<String> all = new ArrayList<>();
        Matcher matcher = DIGEST.matcher(json);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }
}
