package dev.varve.store;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.json.JsonObject;
import dev.varve.store.archive.ArchiveFormat;
import dev.varve.store.archive.ImageArchives;
import dev.varve.store.archive.SavedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A process that does with a store what builds, pulls, commits, loads and prunes do, in an order of chance. It prints a line
 * when it begins, and ends by itself only where a number of rounds is given.
 */
final class BusyProcess {
    private static final String SHARED = "shared";

    private final Store store;
    private final String name;
    private final Random random;

    private BusyProcess(Store store, String name, long seed) {
        this.store = store;
        this.name = name;
        this.random = new Random(seed);
    }

    /** Arguments: the store, a name, a seed, the number of rounds. */
    public static void main(String[] arguments) throws IOException {
        Store store = Store.open(Path.of(arguments[0]));
        BusyProcess process = new BusyProcess(store, arguments[1], Long.parseLong(arguments[2]));
        System.out.println("begins");
        System.out.flush();
        for (long left = Long.parseLong(arguments[3]); left != 0; left--) {
            process.round();
        }
        store.close();
    }

    /** Begins one. */
    static Process start(Path home, String name, long seed, int rounds) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BusyProcess.class.getName(),
                        home.toString(),
                        name,
                        Long.toString(seed),
                        Integer.toString(rounds))
                .redirectErrorStream(true)
                .start();
        byte[] begins = new byte["begins\n".length()];
        InputStream output = process.getInputStream();
        int read = output.readNBytes(begins, 0, begins.length);
        String said = new String(begins, 0, read, StandardCharsets.UTF_8);
        if (!said.equals("begins\n")) {
            throw new IOException(said + new String(output.readAllBytes(), StandardCharsets.UTF_8));
        }
        return process;
    }

    private void round() throws IOException {
        switch (random.nextInt(8)) {
            case 0, 1 -> build();
            case 2 -> unpack();
            case 3 -> contain();
            case 4 -> load();
            case 5 -> remove();
            case 6 -> prune();
            default -> remember();
        }
    }

    private String content() {
        return "content " + random.nextInt(20);
    }

    private static Digest layer(String content) {
        return Fixture.digest(Fixture.layer("file", content));
    }

    private void build() throws IOException {
        StoreLock held = store.use();
        try (held) {
            Descriptor manifest = random.nextBoolean()
                    ? Fixture.image(store, SHARED, content())
                    : Fixture.compressedImage(store, SHARED, content());
            store.images().keep(manifest);
            store.images().tag(ImageReference.parse(name + ":" + random.nextInt(4)), manifest);
            store.images().tag(ImageReference.parse(SHARED), manifest);
        }
    }

    private void remember() throws IOException {
        StoreLock held = store.use();
        try (held) {
            String content = content();
            Digest layer = store.blobs().write(Fixture.layer("file", content));
            store.cache()
                    .add(layer(SHARED).hex(), name + random.nextInt(4), new byte[random.nextInt(500)], List.of(layer));
        }
    }

    private void unpack() throws IOException {
        StoreLock held = store.use();
        try (held) {
            String content = content();
            Digest layer = store.blobs().write(Fixture.layer("file", content));
            store.snapshots().require(layer, folder -> {
                for (int i = 0; i < 5; i++) {
                    Files.writeString(folder.resolve("file" + i), content);
                }
            });
        }
    }

    private void contain() throws IOException {
        StoreLock held = store.use();
        ContainerFolder container;
        try (held) {
            Digest layer = store.blobs().write(Fixture.layer("file", content()));
            container = store.containers().create(Optional.empty(), Optional.empty(), List.of(layer));
        }
        StoreLock running = container.lock();
        try (running) {
            for (int i = 0; i < 3; i++) {
                container.save(JsonObject.EMPTY.with("step", i));
            }
        }
        if (random.nextInt(4) > 0) {
            store.containers().remove(container);
        }
    }

    private void load() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        StoreLock held = store.use();
        try (held) {
            store.images().tag(ImageReference.parse(name + ":saved"), Fixture.image(store, content(), SHARED));
            StoredImage image = store.images().find(name + ":saved").orElseThrow();
            new ImageArchives(store)
                    .save(
                            List.of(new SavedImage(image, List.of(ImageReference.parse(name + ":loaded")))),
                            ArchiveFormat.DOCKER,
                            archive);
        }
        new ImageArchives(store).load("archive", new ByteArrayInputStream(archive.toByteArray()));
    }

    private void remove() throws IOException {
        for (StoredImage image : store.images().list()) {
            if (image.isDangling()) {
                store.images().remove(image);
            }
        }
        store.images().untag(ImageReference.parse(name + ":" + random.nextInt(4)));
    }

    private void prune() throws IOException {
        store.cache().remove(layer(SHARED).hex(), name + random.nextInt(4));
        store.tryCollectGarbage();
    }
}
