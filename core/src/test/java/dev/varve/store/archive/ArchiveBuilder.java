package dev.varve.store.archive;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerWriter;
import dev.varve.store.Fixture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** An archive made by hand, right or wrong. */
final class ArchiveBuilder {
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> links = new LinkedHashMap<>();

    ArchiveBuilder file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    ArchiveBuilder file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    ArchiveBuilder link(String path, String target) {
        links.put(path, target);
        return this;
    }

    ArchiveBuilder without(String path) {
        files.remove(path);
        return this;
    }

    /** A blob under its digest. */
    Descriptor blob(String mediaType, byte[] content) {
        Digest digest = Fixture.digest(content);
        file("blobs/sha256/" + digest.hex(), content);
        return new Descriptor(mediaType, digest, content.length);
    }

    byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (LayerWriter tar = new LayerWriter(bytes)) {
            for (Map.Entry<String, String> link : links.entrySet()) {
                tar.add(LayerEntry.symlink(link.getKey(), link.getValue()));
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                tar.add(
                        LayerEntry.file(file.getKey(), 0644, file.getValue().length),
                        new ByteArrayInputStream(file.getValue()));
            }
        }
        return bytes.toByteArray();
    }

    Path folder(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }
}
