package dev.varve.bench;

import dev.varve.context.ContentHash;
import dev.varve.context.FolderContext;
import dev.varve.context.Selection;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Walking over a folder and digesting everything in it, beside the least that can be: reading the same files and taking the
 * SHA-256 of each, as many at a time as there are processors.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
public class DigestBenchmark {
    /** Files, and the bytes of each. */
    @Param({"8x33554432", "10000x4096"})
    String shape = "1x1";

    private Path folder = Path.of("");
    private List<Path> files = List.of();

    @Setup(Level.Trial)
    public void write() throws IOException {
        String[] numbers = shape.split("x");
        byte[] content = new byte[Integer.parseInt(numbers[1])];
        Random random = new Random(1);
        folder = Files.createTempDirectory("varve-bench");
        files = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(numbers[0]); i++) {
            random.nextBytes(content);
            Path file = folder.resolve("d" + i / 100).resolve("f" + i);
            Files.createDirectories(file.getParent());
            files.add(Files.write(file, content));
        }
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Benchmark
    public Selection walkAndDigest() throws IOException {
        return new ContentHash(FolderContext.of(folder)).of(List.of());
    }

    @Benchmark
    public long plainSha256() {
        try (Stream<Path> all = files.parallelStream()) {
            return all.mapToLong(DigestBenchmark::sha256).sum();
        }
    }

    private static long sha256(Path file) {
        try (var in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 << 10];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return digest.digest()[0];
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
