package dev.varve.bench.docker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** The build contexts that are timed. */
final class Contexts {
    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    private Contexts() {}

    /** Twenty steps, half of them RUN, and a file that the last but one copies. */
    static Path twentySteps(Path folder, String base) throws IOException {
        StringBuilder text = new StringBuilder("FROM " + base + "\n");
        for (int i = 1; i <= 9; i++) {
            text.append("RUN echo ").append(i).append(" > /").append(i).append('\n');
            text.append("COPY file-").append(i).append(" /files/\n");
            write(folder.resolve("file-" + i), KIB, i);
        }
        text.append("COPY changing /files/\nRUN true\n");
        Files.writeString(folder.resolve("changing"), "0");
        Files.writeString(folder.resolve("Dockerfile"), text.toString());
        return folder;
    }

    static Path manyFiles(Path folder, int count) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY files /files\n");
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve("files/" + i / 1000 + "/" + i / 100 % 10 + "/file-" + i);
            Files.createDirectories(file.getParent());
            write(file, KIB, i);
        }
        return folder;
    }

    static Path oneFile(Path folder, int mebibytes) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY file /file\n");
        Random random = new Random(1);
        byte[] piece = new byte[MIB];
        try (OutputStream out = Files.newOutputStream(folder.resolve("file"))) {
            for (int i = 0; i < mebibytes; i++) {
                random.nextBytes(piece);
                out.write(piece);
            }
        }
        return folder;
    }

    private static void write(Path file, int size, int seed) throws IOException {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        Files.write(file, bytes);
    }
}
