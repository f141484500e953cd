package dev.varve.bench;

import dev.varve.context.ContentHash;
import dev.varve.layer.Layer;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerWriter;
import dev.varve.layer.RootFileSystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** Layers of 20,000 files in all: listing them, laying them over one another, keying them, writing them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LayerBenchmark {
    private static final int FILES = 20_000;
    private static final int IN_A_FOLDER = 100;
    private static final int LAYERS = 4;

    /** Bytes of each file. */
    @Param({"1000", "50000"})
    int bytes;

    private final List<Path> tars = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();
    private byte[] content = {};

    @Setup(Level.Trial)
    public void write() throws IOException {
        content = new byte[bytes];
        for (int i = 0; i < LAYERS; i++) {
            Path tar = Files.createTempFile("varve-bench", ".tar");
            try (OutputStream out = Files.newOutputStream(tar)) {
                write(out, i * FILES / LAYERS, (i + 1) * FILES / LAYERS);
            }
            tars.add(tar);
            layers.add(Layer.open(tar));
        }
    }

    private void write(OutputStream out, int first, int end) throws IOException {
        try (LayerWriter writer = new LayerWriter(out)) {
            for (int i = first; i < end; i++) {
                String folder = "usr/lib/node_modules/package-" + i / IN_A_FOLDER;
                if (i % IN_A_FOLDER == 0) {
                    writer.add(LayerEntry.directory(folder, 0755));
                }
                writer.add(
                        LayerEntry.file(folder + "/file-" + i + ".js", 0644, bytes), new ByteArrayInputStream(content));
            }
        }
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        for (int i = 0; i < LAYERS; i++) {
            layers.get(i).close();
            Files.delete(tars.get(i));
        }
    }

    @Benchmark
    public int list() throws IOException {
        int entries = 0;
        for (Path tar : tars) {
            try (Layer layer = Layer.open(tar)) {
                entries += layer.entries().size();
            }
        }
        return entries;
    }

    @Benchmark
    public Object merge() {
        return RootFileSystem.of(layers).root();
    }

    @Benchmark
    public Object key() throws IOException {
        return new ContentHash(RootFileSystem.of(layers).asBuildContext()).of(List.of());
    }

    @Benchmark
    public void writeToNowhere() throws IOException {
        write(OutputStream.nullOutputStream(), 0, FILES);
    }

    /** As much as {@link #key} reads, and nothing done with it. */
    @Benchmark
    public long readAll() throws IOException {
        long read = 0;
        for (Layer layer : layers) {
            for (LayerEntry entry : layer.entries()) {
                if (entry.kind() == LayerEntry.Kind.FILE) {
                    try (InputStream in = layer.open(entry)) {
                        read += in.transferTo(OutputStream.nullOutputStream());
                    }
                }
            }
        }
        return read;
    }
}
