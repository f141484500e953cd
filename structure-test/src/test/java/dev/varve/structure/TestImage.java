package dev.varve.structure;

import dev.varve.engine.Engine;
import dev.varve.engine.Image;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An image that needs no process to be made, in a store of its own. */
final class TestImage implements Closeable {
    private static final String DOCKERFILE = """
            FROM scratch
            ADD files.tar /
            ENV PATH=/bin TARGET=blog.example.org FOLDER=/data EMPTY=
            LABEL version=v1.2.3 maintainer=me
            EXPOSE 80 443/tcp 53/udp
            VOLUME /cache
            WORKDIR /data
            USER user
            ENTRYPOINT ["/bin/echo", "entry"]
            CMD ["one", "two"]
            """;

    private final Path folder;
    private final Engine engine;

    private TestImage(Path folder, Engine engine) {
        this.folder = folder;
        this.engine = engine;
    }

    static TestImage in(Path folder) throws IOException, InterruptedException {
        return in(folder, new ByteArrayOutputStream());
    }

    /** With the layer that was written before. */
    static TestImage in(Path folder, ByteArrayOutputStream programs) throws IOException, InterruptedException {
        Path context = Files.createDirectories(folder.resolve("context"));
        Files.write(context.resolve("files.tar"), files());
        String dockerfile = DOCKERFILE;
        if (programs.size() > 0) {
            Files.write(context.resolve("programs.tar"), programs.toByteArray());
            dockerfile = DOCKERFILE.replace("ADD files.tar /", "ADD programs.tar /\nADD files.tar /");
        }
        Files.writeString(context.resolve("Dockerfile"), dockerfile);
        Engine engine = Engine.open(folder.resolve("store"));
        engine.build(context).tag("tested").run();
        return new TestImage(folder, engine);
    }

    private static byte[] files() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (LayerWriter writer = new LayerWriter(archive)) {
            file(writer, "etc/passwd", 0644, "root:x:0:0:root:/root:/bin/sh\nuser:x:1000:1000:user:/:/bin/sh\n");
            file(writer, "etc/group", 0644, "root:x:0:\nuser:x:1000:\n");
            writer.add(LayerEntry.directory("tmp", 01777));
            file(writer, "data/hello.txt", 0640, "hello world\nsecond line\n");
            file(writer, "data/suid", 04755, "");
            writer.add(LayerEntry.symlink("data/link", "hello.txt"));
            writer.add(LayerEntry.symlink("data/absolute", "/data/hello.txt"));
            writer.add(LayerEntry.symlink("data/outside", "/../../../etc/passwd"));
            writer.add(new LayerEntry(
                    "data/null", LayerEntry.Kind.CHARACTER_DEVICE, 0666, 0, 0, Instant.EPOCH, 0, "", 1, 3, Map.of()));
            byte[] owned = {'x'};
            writer.add(
                    new LayerEntry(
                            "data/owned", LayerEntry.Kind.FILE, 0751, 1000, 1001, Instant.EPOCH, 1, "", 0, 0, Map.of()),
                    new ByteArrayInputStream(owned));
            file(writer, "usr/share/doc/alpha/copyright", 0644, "GPL-2\n");
            file(writer, "usr/share/doc/beta/copyright", 0644, "the agpl of 2007\n");
            file(writer, "usr/share/doc/libgnutls30/copyright", 0644, "AGPL\n");
            writer.add(LayerEntry.directory("usr/share/doc/gamma", 0755));
            writer.add(LayerEntry.symlink("usr/share/doc/delta", "alpha"));
        }
        return archive.toByteArray();
    }

    private static void file(LayerWriter writer, String path, int mode, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writer.add(LayerEntry.file(path, mode, bytes.length), new ByteArrayInputStream(bytes));
    }

    Engine engine() {
        return engine;
    }

    Image image() throws IOException {
        return engine.image("tested");
    }

    /** The results of a file with this text. */
    List<StructureResult> run(String name, String text) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve(name), text);
        return StructureTests.read(file).run(engine, image());
    }

    /** The failures of the one test of a file of schema 2.0.0, which has the rest of this text. */
    List<String> failures(String text) throws IOException, InterruptedException {
        List<StructureResult> results = run("test.yaml", "schemaVersion: 2.0.0\n" + text);
        if (results.size() != 1) {
            throw new AssertionError("expected one test, found " + results);
        }
        return results.get(0).failures().stream()
                .map(failure -> failure.replace(folder + "/", ""))
                .toList();
    }

    @Override
    public void close() throws IOException {
        engine.close();
    }
}
