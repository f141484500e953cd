package dev.varve.lint.layers;

import dev.varve.context.Entry;
import dev.varve.context.EntryType;
import dev.varve.lint.movement.Ecosystem;
import dev.varve.lint.movement.InstallScripts;
import dev.varve.lint.movement.KnownFiles;
import dev.varve.lint.movement.Reads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The files of a build context, where an install reads what the scripts of a {@code package.json} read too.
 *
 * @param packages the paths of those that run scripts
 */
record ScriptedFiles(ContextFiles files, Supplier<List<String>> packages) implements KnownFiles {
    private static final int LARGEST = 1 << 20;

    @Override
    public boolean isFile(String path) {
        return files.isFile(path);
    }

    @Override
    public boolean anyRead(String source, Reads reads) {
        return files.anyRead(source, reads)
                || (reads instanceof Reads.Manifests manifests
                        && manifests.ecosystems().contains(Ecosystem.NODE)
                        && packages.get().stream().anyMatch(path -> readsAny(path, source)));
    }

    private boolean readsAny(String path, String source) {
        Optional<Predicate<String>> read = InstallScripts.reads(text(path));
        return read.isEmpty()
                || read.get().test(source)
                || files.context().tree().below(source).stream()
                        .anyMatch(entry -> read.get().test(entry.path()));
    }

    private String text(String path) {
        Entry entry = files.context().tree().find(path);
        if (entry == null || entry.type() != EntryType.FILE) {
            return "";
        }
        try (InputStream in = files.context().open(entry)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
