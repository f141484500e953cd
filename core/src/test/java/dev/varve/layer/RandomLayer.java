package dev.varve.layer;

import dev.varve.layer.LayerEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A layer of entries of all kinds, with values that are easy and values that are hard to write down. */
final class RandomLayer {
    private static final String[] NAMES = {
        "a",
        "b",
        "c",
        "bin",
        "x y",
        ".hidden",
        "..two",
        "é",
        "\uD83D\uDE00",
        "\uDCFF",
        "\uDCC3(",
        "back\\slash",
        "new\nline",
        "n".repeat(101),
        "m".repeat(160)
    };

    private final Random random;
    private final List<LayerEntry> entries = new ArrayList<>();
    private final Map<String, byte[]> contents = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<String> folders = new ArrayList<>(List.of(""));
    private final List<LayerEntry> files = new ArrayList<>();

    RandomLayer(long seed, int size) {
        this.random = new Random(seed);
        while (entries.size() < size) {
            add();
        }
    }

    List<LayerEntry> entries() {
        return entries;
    }

    byte[] content(LayerEntry file) {
        return contents.getOrDefault(file.kind() == Kind.HARD_LINK ? file.linkTarget() : file.path(), new byte[0]);
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LayerWriter writer = LayerWriter.keepingFractions(out)) {
            for (LayerEntry entry : entries) {
                if (entry.kind() == Kind.FILE) {
                    writer.add(entry, new ByteArrayInputStream(content(entry)));
                } else {
                    writer.add(entry);
                }
            }
        }
        return out.toByteArray();
    }

    Layer open(Path folder) throws IOException {
        return Layer.open(Files.write(Files.createTempFile(folder, "random", ".tar"), bytes()));
    }

    private void add() {
        String folder = folders.get(random.nextInt(folders.size()));
        String path = (folder.isEmpty() ? "" : folder + "/") + NAMES[random.nextInt(NAMES.length)];
        if (!taken.add(path)) {
            return;
        }
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> {
                folders.add(path);
                entries.add(decorated(LayerEntry.directory(path, 0755)));
                if (random.nextInt(5) == 0) {
                    entries.add(LayerEntry.opaque(path));
                }
            }
            case 3 -> entries.add(decorated(LayerEntry.symlink(path, target())).withMode(0777));
            case 4 -> {
                if (!files.isEmpty()) {
                    LayerEntry original = files.get(random.nextInt(files.size()));
                    entries.add(new LayerEntry(
                            path,
                            Kind.HARD_LINK,
                            original.mode(),
                            original.uid(),
                            original.gid(),
                            original.modified(),
                            0,
                            original.path(),
                            0,
                            0,
                            original.attributes()));
                }
            }
            case 5 -> entries.add(LayerEntry.whiteout(path));
            case 6 -> entries.add(decorated(special(path)));
            default -> {
                byte[] content = new byte[random.nextInt(5) == 0 ? random.nextInt(200_000) : random.nextInt(1500)];
                random.nextBytes(content);
                LayerEntry file = decorated(LayerEntry.file(path, 0644, content.length));
                contents.put(path, content);
                entries.add(file);
                files.add(file);
            }
        }
    }

    private LayerEntry special(String path) {
        Kind kind = List.of(Kind.FIFO, Kind.CHARACTER_DEVICE, Kind.BLOCK_DEVICE).get(random.nextInt(3));
        boolean device = kind != Kind.FIFO;
        int major = device ? 1 + random.nextInt(4000) : 0;
        return new LayerEntry(
                path, kind, 0600, 0, 0, Instant.EPOCH, 0, "", major, device ? random.nextInt(1 << 20) : 0, Map.of());
    }

    private String target() {
        return "../".repeat(random.nextInt(3)) + NAMES[random.nextInt(NAMES.length)];
    }

    private LayerEntry decorated(LayerEntry entry) {
        long[] ids = {0, 0, 1000, 2_097_151, 2_097_152, 4_294_967_295L};
        Instant[] times = {
            Instant.EPOCH,
            Instant.ofEpochSecond(1_700_000_000),
            Instant.ofEpochSecond(1_700_000_000, random.nextInt(1_000_000_000)),
            Instant.ofEpochSecond(8_589_934_592L),
            Instant.ofEpochSecond(-5, 750_000_000)
        };
        Map<String, byte[]> attributes = new HashMap<>();
        for (int i = random.nextInt(8); i > 5; i--) {
            byte[] value = new byte[random.nextInt(120)];
            random.nextBytes(value);
            attributes.put("user." + NAMES[random.nextInt(NAMES.length)], value);
        }
        return entry.withMode(random.nextInt(010000))
                .withOwner(ids[random.nextInt(ids.length)], ids[random.nextInt(ids.length)])
                .withModified(times[random.nextInt(times.length)])
                .withAttributes(attributes);
    }
}
