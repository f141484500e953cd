package dev.varve.engine.container;

import dev.varve.engine.files.Accounts;
import dev.varve.image.Digest;
import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import dev.varve.layer.RootFileSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The users and groups of an image, kept beside its uppermost layer where that is unpacked: whoever starts a container needs
 * them, and listing all layers to find them would take longer than the start.
 */
final class KnownAccounts {
    private static final List<String> FILES = List.of("etc/passwd", "etc/group");
    private static final String LAYERS = "layers";

    private final Path file;
    private final List<String> layers;

    /** @param layers those of the image; with others, what is kept is another image's */
    KnownAccounts(Path file, List<Digest> layers) {
        this.file = file;
        this.layers = layers.stream().map(Digest::toString).toList();
    }

    /** Gives the files of the image where they are not known yet. */
    @FunctionalInterface
    interface Image {
        RootFileSystem files() throws IOException;
    }

    /** @param path one of the two files; empty where the image has none */
    Optional<byte[]> read(String path, Image image) throws IOException {
        JsonObject known = known();
        if (known.texts(LAYERS).equals(layers)) {
            // as UTF-8 would, but with every byte kept
            return known.optionalText(path).map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
        }
        Accounts.Files files = Accounts.files(image.files());
        JsonObject found = JsonObject.EMPTY.with(LAYERS, layers);
        for (String each : FILES) {
            found = found.with(each, files.read(each).map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1)));
        }
        keep(found);
        return files.read(path);
    }

    private JsonObject known() throws IOException {
        try {
            return JsonObject.parse(Files.readAllBytes(file));
        } catch (NoSuchFileException | JsonException e) {
            return JsonObject.EMPTY;
        }
    }

    private void keep(JsonObject found) throws IOException {
        Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), "accounts", ".new");
        try {
            Files.write(aside, found.toBytes());
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
