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
public final class Volumes {
    private static final String LAID_OUT = "it";
    private static final CopyOptions COPY =
            new CopyOptions(Optional.empty(), Optional.empty(), List.of(), List.of(), false, true, true, false);

    private final StoredContainer container;

    Volumes(StoredContainer container) {
        this.container = container;
    }

    /**
     * The folder of a volume, which is made when the container is first started.
     *
     * @param index in {@link ContainerSettings#volumes()}
     */
    public static Path folder(StoredContainer container, int index) {
        return place(container, index).resolve(LAID_OUT);
    }

    private static Path place(StoredContainer container, int index) {
        return container.folder().path().resolve("volumes").resolve(Integer.toString(index));
    }

    List<Mount> mounts(ContainerFiles files, Overlays overlays) throws IOException {
        List<Mount> mounts = new ArrayList<>();
        List<String> paths = container.settings().volumes();
        for (int i = 0; i < paths.size(); i++) {
            Path place = place(container, i);
            if (!Files.exists(place)) {
                lay(draft(files.image(), paths.get(i)), place, overlays);
            }
            mounts.add(new Mount.Bind(folder(container, i), paths.get(i), false));
        }
        return mounts;
    }

    private static void lay(LayerDraft draft, Path folder, Overlays overlays) throws IOException {
        Path aside = Files.createDirectories(folder.resolveSibling("new"));
        overlays.layOut(draft, aside);
        Files.move(aside, folder);
    }

    private LayerDraft draft(RootFileSystem image, String path) throws IOException {
        LayerDraft draft = new LayerDraft(RootFileSystem.of(List.of()), Instant.now());
        Optional<Node> there = image.resolve(path).filter(Node::isDirectory);
        if (there.isPresent()) {
            Path spool = container.folder().path();
            new FileCopy(new RootTree(image), draft, COPY, spool).copy(path, "/" + LAID_OUT);
        }
        // the folder itself is as the image's too
        LayerEntry folder =
                there.map(node -> node.entry().withPath(LAID_OUT)).orElse(LayerEntry.directory(LAID_OUT, 0755));
        draft.put(folder, LayerDraft.Content.NONE);
        return draft;
    }
}
