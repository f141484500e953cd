package dev.varve.layer.waste;

import dev.varve.image.Digest;
import dev.varve.layer.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The contents of layers' files, each read once, where it is asked for. */
final class FileContents {
    private static final int BUFFER = 64 << 10;

    private final List<Layer> layers;
    private final Map<StackedFile, Digest> digests = new HashMap<>();

    FileContents(List<Layer> layers) {
        this.layers = layers;
    }

    boolean same(StackedFile one, StackedFile other) throws IOException {
        return one.size() == other.size() && digest(one).equals(digest(other));
    }

    Digest digest(StackedFile file) throws IOException {
        Digest known = digests.get(file);
        if (known == null) {
            known = read(file);
            digests.put(file, known);
        }
        return known;
    }

    private Digest read(StackedFile file) throws IOException {
        try (InputStream in = layers.get(file.layer).open(file.entry)) {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(1, file.size()))];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                hash.update(buffer, 0, count);
            }
            return Digest.sha256(hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
