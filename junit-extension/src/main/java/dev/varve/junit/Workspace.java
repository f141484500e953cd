package dev.varve.junit;

import dev.varve.context.DockerIgnore;
import dev.varve.context.Entry;
import dev.varve.context.FolderContext;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A copy of a build context that a test may change: what {@code .dockerignore} leaves of it. It keeps its place from one build
 * to the next, so that each is told what changed since the one before.
 */
final class Workspace implements Closeable {
    private static final String DOCKERFILE = "Dockerfile";

    /** Of what a test writes, so that it makes the same image each time. */
    private static final FileTime TIME = FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));

    private final Path folder;
    private final Path context;
    private final ImageSource original;
    private final Set<String> changed = new HashSet<>();

    private Workspace(Path folder, ImageSource original) {
        this.folder = folder;
        this.context = folder.resolve("context");
        this.original = original;
    }

    /** Copies the build context of this source. */
    static Workspace of(ImageSource source) throws IOException {
        Workspace workspace = new Workspace(Files.createTempDirectory("varve-context-"), source);
        Files.createDirectory(workspace.context);
        Optional<Path> origin = source.context();
        if (origin.isPresent()) {
            workspace.copy(origin.get());
        }
        return workspace;
    }

    /** The Dockerfile that a source means, looked up in its context, then as a path. */
    static Path dockerfile(Path context, ImageSource source) {
        Path name = source.dockerfile().orElse(Path.of(DOCKERFILE));
        Path inContext = context.resolve(name);
        return Files.exists(inContext) ? inContext : name.toAbsolutePath();
    }

    private void copy(Path origin) throws IOException {
        if (!Files.isDirectory(origin)) {
            throw new IOException(origin + ": there is no such folder; @Dockerfile(context = …) is seen from "
                    + Path.of("").toAbsolutePath());
        }
        Optional<Path> ignoreFile = DockerIgnore.locate(origin, dockerfile(origin, original));
        DockerIgnore ignore = ignoreFile.isPresent() ? DockerIgnore.read(ignoreFile.get()) : DockerIgnore.none();
        for (Entry entry : FolderContext.of(origin).excluding(ignore).tree().entries()) {
            Path target = context.resolve(entry.path());
            Files.createDirectories(target.getParent());
            if (!entry.type().isSpecial() && !Files.isDirectory(target)) {
                Files.copy(
                        origin.resolve(entry.path()),
                        target,
                        LinkOption.NOFOLLOW_LINKS,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        setFolderTimes(origin);
        if (ignoreFile.isPresent()) {
            Files.copy(ignoreFile.get(), context.resolve(".dockerignore"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A folder's time is in the image too, and was that of the copying. */
    private void setFolderTimes(Path origin) throws IOException {
        try (Stream<Path> all = Files.walk(context)) {
            for (Path path : all.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                Path before = origin.resolve(context.relativize(path));
                Files.setLastModifiedTime(path, Files.getLastModifiedTime(before));
            }
        }
    }

    Path context() {
        return context;
    }

    /** The Dockerfile, which keeps its place too. */
    Path dockerfile() {
        return folder.resolve(DOCKERFILE);
    }

    /** Makes the folder what this source says, which is the original one with other texts. */
    void become(ImageSource source) throws IOException {
        changed.removeAll(source.files().keySet());
        for (String path : changed) {
            Path before = original.context().map(origin -> origin.resolve(path)).orElse(null);
            Path here = inside(path);
            Files.deleteIfExists(here);
            if (before != null && Files.exists(before)) {
                Files.copy(before, here, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        changed.clear();
        for (Map.Entry<String, Optional<String>> file : source.files().entrySet()) {
            Path here = inside(file.getKey());
            changed.add(file.getKey());
            write(here, file.getValue());
        }
        writeDockerfile(source);
    }

    /** What is there already is left alone, so that it is the same to the second. */
    private static void write(Path file, Optional<String> text) throws IOException {
        if (text.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        if (Files.isSymbolicLink(file)) {
            Files.delete(file);
        }
        if (!Files.isRegularFile(file)
                || !Arrays.equals(Files.readAllBytes(file), text.get().getBytes(StandardCharsets.UTF_8))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.get());
            Files.setLastModifiedTime(file, TIME);
        }
    }

    private void writeDockerfile(ImageSource source) throws IOException {
        Path here = dockerfile(context, source);
        boolean own = here.startsWith(context);
        if (source.text().isPresent()) {
            Files.writeString(dockerfile(), source.text().get());
            if (own) {
                write(here, source.text());
            }
        } else if (own) {
            Files.copy(here, dockerfile(), StandardCopyOption.REPLACE_EXISTING);
        } else {
            Path origin = dockerfile(source.context().orElse(context), source);
            if (!Files.isRegularFile(origin)) {
                throw new IOException(origin + ": there is no such Dockerfile");
            }
            Files.copy(origin, dockerfile(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path inside(String path) throws IOException {
        Path file = context.resolve(path).normalize();
        if (!file.startsWith(context) || file.equals(context)) {
            throw new IOException("'" + path + "' is no file of the build context");
        }
        return file;
    }

    /** Deletes it. */
    @Override
    public void close() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path visited, java.io.@org.jspecify.annotations.Nullable IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
