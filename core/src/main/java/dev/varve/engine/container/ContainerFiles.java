package dev.varve.engine.container;

import dev.varve.engine.files.Accounts;
import dev.varve.engine.files.Stacks;
import dev.varve.layer.RootFileSystem;
import dev.varve.store.ContainerFolder;
import dev.varve.store.Store;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** The files that a container's image gave it, and those that say who its users are. */
final class ContainerFiles implements Closeable {
    private final ContainerFolder folder;
    private final Stacks stacks;

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
        stacks.close();
    }
}
