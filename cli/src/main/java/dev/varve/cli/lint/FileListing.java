package dev.varve.cli.lint;

import dev.varve.engine.Engine;
import dev.varve.engine.Image;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Everything that counts of the files of an image: type, mode, owner, link and bytes, not times. */
final class FileListing {
    private FileListing() {}

    /**
     * What is at each path, in a form that can be compared.
     *
     * @param scratch a folder to write to
     */
    static Map<String, String> of(Engine engine, Image image, Path scratch) throws IOException {
        Path archive = scratch.resolve("files.tar");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive))) {
            engine.exportFiles(image, out);
        }
        Map<String, String> files = new TreeMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName(), describe(entry, tar));
            }
        }
        return files;
    }

    private static String describe(TarArchiveEntry entry, InputStream content) throws IOException {
        return String.join(
                " ",
                Byte.toString(entry.getLinkFlag()),
                Integer.toOctalString(entry.getMode()),
                Long.toString(entry.getLongUserId()),
                Long.toString(entry.getLongGroupId()),
                entry.getLinkName(),
                entry.isFile() ? digest(content) : "");
    }

    private static String digest(InputStream content) throws IOException {
        try {
            DigestInputStream digesting = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"));
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
