package dev.varve.junit.assertions;

import dev.varve.image.ContainerConfig;
import dev.varve.junit.Image;
import dev.varve.junit.ImageLayer;
import dev.varve.layer.LayerEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks for what has the shape of a secret, in all that somebody gets who gets the image. */
final class Secrets {
    private static final int BLOCK = 1 << 20;
    private static final int OVERLAP = 8 << 10;

    private final List<String> exceptions;

    Secrets(List<String> exceptions) {
        this.exceptions = exceptions;
    }

    /** Where something was found and what, one a line; the secrets themselves are not shown. */
    List<String> in(Image image) {
        Set<String> found = new LinkedHashSet<>();
        ContainerConfig config = image.config().config();
        config.env().forEach(variable -> add("ENV " + name(variable), variable, found));
        config.labels().forEach((name, value) -> add("LABEL " + name, value, found));
        add("CMD", String.join(" ", config.cmd()), found);
        add("ENTRYPOINT", String.join(" ", config.entrypoint()), found);
        image.history().forEach(entry -> add("the history", entry.entry().createdBy(), found));
        for (ImageLayer layer : image.layers()) {
            for (LayerEntry entry : layer.entries()) {
                if (entry.kind() == LayerEntry.Kind.FILE && !exceptions.contains("/" + entry.path())) {
                    scan(layer, entry, found);
                }
            }
        }
        return new ArrayList<>(found);
    }

    private static String name(String variable) {
        int equals = variable.indexOf('=');
        return equals < 0 ? variable : variable.substring(0, equals);
    }

    private static void add(String where, String text, Set<String> found) {
        for (SecretShape shape : SecretShape.values()) {
            shape.find(text).ifPresent(what -> found.add(where + ": " + what));
        }
    }

    private static void scan(ImageLayer layer, LayerEntry entry, Set<String> found) {
        String where = "/" + entry.path() + " of layer '" + InstructionText.plain(layer.instruction()) + "'";
        try (InputStream in = Files.newInputStream(layer.path("/" + entry.path()))) {
            byte[] block = new byte[BLOCK + OVERLAP];
            int kept = 0;
            for (int count = in.readNBytes(block, kept, BLOCK); count > 0; count = in.readNBytes(block, kept, BLOCK)) {
                int length = kept + count;
                add(where, new String(block, 0, length, StandardCharsets.ISO_8859_1), found);
                // what lies across two blocks is seen whole in the second
                kept = Math.min(OVERLAP, length);
                System.arraycopy(block, length - kept, block, 0, kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
