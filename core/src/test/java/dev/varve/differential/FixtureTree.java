package dev.varve.differential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the files of a fixture to a folder. */
final class FixtureTree {
    private static final String USER = "user.";

    private FixtureTree() {}

    static void write(List<FixtureFile> files, Path root) throws IOException, InterruptedException {
        Map<String, List<FixtureFile>> archives = new LinkedHashMap<>();
        for (FixtureFile file : files) {
            if (file.isInArchive()) {
                archives.computeIfAbsent(file.archive(), name -> new ArrayList<>())
                        .add(file);
            } else {
                write(file, root);
            }
        }
        for (Map.Entry<String, List<FixtureFile>> archive : archives.entrySet()) {
            Path path = root.resolve(archive.getKey());
            Files.createDirectories(path.getParent());
            FixtureArchive.write(archive.getValue(), path);
        }
        touch(root);
        for (FixtureFile file : files) {
            if (!file.isInArchive()) {
                finish(file, root.resolve(file.path()));
            }
        }
    }

    private static void write(FixtureFile file, Path root) throws IOException, InterruptedException {
        Path path = root.resolve(file.path());
        Files.createDirectories(path.getParent());
        switch (file.kind()) {
            case FILE -> Files.writeString(path, file.content());
            case FOLDER -> Files.createDirectories(path);
            case SYMBOLIC_LINK -> Files.createSymbolicLink(path, Path.of(file.target()));
            case HARD_LINK -> Files.createLink(path, root.resolve(file.target()));
            case FIFO -> run("mkfifo", path.toString());
            case CHARACTER_DEVICE -> throw new IllegalArgumentException("a device can only be in an archive");
        }
    }

    /** What is not listed, such as the folders between, is as old as what is. */
    private static void touch(Path root) throws IOException, InterruptedException {
        try (var all = Files.walk(root)) {
            for (Path path : all.toList()) {
                setModified(path, FileTime.from(FixtureFile.MODIFIED));
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.setAttribute(path, "unix:mode", 0755);
                }
            }
        }
    }

    private static void finish(FixtureFile file, Path path) throws IOException, InterruptedException {
        if (file.kind() == FixtureFile.Kind.HARD_LINK) {
            return;
        }
        for (Map.Entry<String, String> attribute : file.attributes().entrySet()) {
            if (!attribute.getKey().startsWith(USER)) {
                throw new IllegalArgumentException(attribute.getKey() + " can only be in an archive");
            }
            Files.getFileAttributeView(path, UserDefinedFileAttributeView.class)
                    .write(
                            attribute.getKey().substring(USER.length()),
                            StandardCharsets.UTF_8.encode(attribute.getValue()));
        }
        if (file.kind() != FixtureFile.Kind.SYMBOLIC_LINK) {
            Files.setAttribute(path, "unix:mode", file.mode());
        }
        setModified(path, FileTime.from(file.modified()));
    }

    private static void setModified(Path path, FileTime time) throws IOException, InterruptedException {
        if (!Files.isRegularFile(path) && !Files.isDirectory(path)) {
            // the JDK would open it, and wait for a fifo's other end
            run("touch", "--no-dereference", "--date=" + time, path.toString());
            return;
        }
        Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .setTimes(time, null, null);
    }

    static void run(String... command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code);
        }
    }
}
