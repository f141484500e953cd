package dev.varve.engine.container;

import dev.varve.engine.files.Accounts;
import dev.varve.engine.files.Stacks;
import dev.varve.layer.Layer;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerWriter;
import dev.varve.layer.RootFileSystem;
import dev.varve.store.ContainerFolder;
import dev.varve.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files that a container's image gave it, and those that say who its users are. */
final class ContainerFiles implements Closeable {
    private final ContainerFolder folder;
    private static final List<String> MOUNT_POINTS = List.of("dev", "proc", "sys");

    private final Stacks stacks;
    private @Nullable Layer beginning;

    ContainerFiles(Store store, ContainerFolder folder) {
        this.folder = folder;
        this.stacks = new Stacks(store);
    }

    Stacks stacks() {
        return stacks;
    }

    /** As its image has them. */
    RootFileSystem image() throws IOException {
        return stacks.files(folder.identity().layers());
    }

    /**
     * What it begins with: its image, and the folders that the kernel's file systems are mounted on. Docker has those in a
     * layer of their own too, which is in no image.
     */
    RootFileSystem base() throws IOException {
        RootFileSystem image = image();
        if (beginning == null) {
            beginning = beginning(image);
        }
        return image.with(beginning);
    }

    private Layer beginning(RootFileSystem image) throws IOException {
        Path file = folder.path().resolve("beginning");
        if (!Files.exists(file)) {
            ByteArrayOutputStream archive = new ByteArrayOutputStream();
            try (LayerWriter writer = new LayerWriter(archive)) {
                for (String path : MOUNT_POINTS) {
                    if (image.find(path).isEmpty()) {
                        writer.add(LayerEntry.directory(path, 0755));
                    }
                }
            }
            Path aside = Files.createTempFile(folder.path(), "beginning", ".new");
            Files.write(aside, archive.toByteArray());
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Layer.open(file);
    }

    /**
     * Its users and groups, as it has them now.
     *
     * @param top where its image's uppermost layer is unpacked
     */
    Accounts accounts(Path top) {
        KnownAccounts known = new KnownAccounts(
                top.resolveSibling("accounts"), folder.identity().layers());
        return new Accounts(path -> {
            Optional<byte[]> written = written(path);
            return written.isPresent() ? written : known.read(path, this::image);
        });
    }

    /** What it has written there itself; a file that this process may not read is as good as none. */
    private Optional<byte[]> written(String path) throws IOException {
        Path etc = folder.upper().resolve("etc");
        Path file = folder.upper().resolve(path);
        if (!Files.isDirectory(etc, LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !Files.isReadable(file)
                || Files.size(file) > Accounts.LARGEST_FILE) {
            return Optional.empty();
        }
        return Optional.of(Files.readAllBytes(file));
    }

    @Override
    public void close() throws IOException {
        try (stacks) {
            if (beginning != null) {
                beginning.close();
            }
        }
    }
}
