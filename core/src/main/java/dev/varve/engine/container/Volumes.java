package dev.varve.engine.container;

import dev.varve.engine.files.CopyOptions;
import dev.varve.engine.files.FileCopy;
import dev.varve.engine.files.LayerDraft;
import dev.varve.engine.files.RootTree;
import dev.varve.engine.overlay.Overlays;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import dev.varve.sandbox.Mount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The anonymous volumes of a container: a folder each that begins with what the image has there and goes with the container.
 */
final class Volumes {
    private static final String LAID_OUT = "it";
    private static final CopyOptions COPY =
            new CopyOptions(Optional.empty(), Optional.empty(), List.of(), List.of(), false, true, true, false);

    private final StoredContainer container;

    Volumes(StoredContainer container) {
        this.container = container;
    }

    /** Where a volume is kept. */
    static Path folder(StoredContainer container, int index) {
        return container.folder().path().resolve("volumes").resolve(Integer.toString(index));
    }

    List<Mount> mounts(ContainerFiles files, Overlays overlays) throws IOException {
        List<Mount> mounts = new ArrayList<>();
        List<String> paths = container.settings().volumes();
        for (int i = 0; i < paths.size(); i++) {
            Path folder = folder(container, i);
            if (!Files.exists(folder)) {
                lay(draft(files.image(), paths.get(i)), folder, overlays);
            }
            mounts.add(new Mount.Bind(folder.resolve(LAID_OUT), paths.get(i), false));
        }
        return mounts;
    }

    private static void lay(LayerDraft draft, Path folder, Overlays overlays) throws IOException {
        Path aside = Files.createDirectories(folder.resolveSibling("new"));
        overlays.layOut(draft, aside);
        Files.move(aside, folder);
    }

    private LayerDraft draft(RootFileSystem image, String path) throws IOException {
        LayerDraft draft = new LayerDraft(RootFileSystem.of(List.of()));
        if (image.resolve(path).filter(Node::isDirectory).isPresent()) {
            Path spool = container.folder().path();
            new FileCopy(new RootTree(image), draft, COPY, Instant.now(), spool).copy(path, "/" + LAID_OUT);
        } else {
            draft.put(LayerEntry.directory(LAID_OUT, 0755), LayerDraft.Content.NONE);
        }
        return draft;
    }
}
