package dev.varve.junit.rpm;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What rpm has installed: its database is read without rpm, and without a process in a container. It is a table of SQLite
 * (Fedora 33, RHEL 9 and later), rpm's own {@code ndb} (SUSE) or a hash of Berkeley DB (before), and has one header a
 * package ({@code lib/backend} and {@code lib/header.c} of rpm).
 */
public final class RpmDatabase {
    private static final List<String> FOLDERS = List.of("var/lib/rpm", "usr/lib/sysimage/rpm", "usr/share/rpm");
    private static final List<Form> FORMS = List.of(
            new Form("rpmdb.sqlite", file -> new SqliteFile(file).rows("Packages")),
            new Form("Packages.db", NdbFile::blobs),
            new Form("Packages", BerkeleyFile::values));
    private static final int MOST_BYTES = 1 << 29;

    private RpmDatabase() {}

    private record Form(String name, Reader reader) {}

    private interface Reader {
        List<byte[]> headers(ByteBuffer file) throws IOException;
    }

    /**
     * Reads the packages of a root file system.
     *
     * @return {@code epoch:version-release} by name, the epoch only where it is not 0; a package may be there in several
     *     versions, as kernels and keys are; empty where there is no such database
     * @throws IOException where there is one that is damaged or of a form that rpm has not had
     */
    public static Optional<Map<String, List<String>>> read(Path root) throws IOException {
        for (String folder : FOLDERS) {
            for (Form form : FORMS) {
                Path file = root.resolve(folder).resolve(form.name());
                if (Files.isRegularFile(file)) {
                    return Optional.of(packages(file, form.reader()));
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, List<String>> packages(Path file, Reader reader) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + ": larger than " + MOST_BYTES + " bytes");
        }
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        if (Files.isRegularFile(log) && Files.size(log) > 0) {
            throw new IOException(log + ": changes that are not in the database yet; 'rpm --rebuilddb' writes them");
        }
        Map<String, List<String>> versions = new TreeMap<>();
        try {
            for (byte[] blob : reader.headers(ByteBuffer.wrap(Files.readAllBytes(file)))) {
                RpmHeader header = new RpmHeader(blob);
                versions.computeIfAbsent(header.name(), name -> new ArrayList<>())
                        .add(header.version());
            }
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | ArithmeticException e) {
            throw new IOException(file + ": a damaged database of rpm", e);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return versions;
    }
}
