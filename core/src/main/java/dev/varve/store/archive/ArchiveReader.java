package dev.varve.store.archive;

import dev.varve.store.Store;
import dev.varve.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tells what kind of archive it is. What is of both kinds is read as a layout, whose manifests are the images' own. */
final class ArchiveReader {
    private final ArchiveFiles files;
    private final Store store;

    ArchiveReader(ArchiveFiles files, Store store) {
        this.files = files;
        this.store = store;
    }

    List<ArchivedImage> read() throws IOException {
        boolean save = files.find(SaveManifest.FILE).isPresent();
        List<ArchivedImage> images;
        if (files.find(LayoutReader.INDEX).isPresent()) {
            images = new LayoutReader(files, store).read();
            images = save ? named(images) : images;
        } else if (save) {
            images = new SaveReader(files, store).read();
        } else if (files.find("repositories").isPresent()) {
            throw new StoreException(files.name()
                    + " is of a Docker older than 1.10, which Varve does not read; load and save it with a newer one");
        } else {
            throw new StoreException(files.name() + " is no archive of images: it has neither " + LayoutReader.INDEX
                    + " nor " + SaveManifest.FILE);
        }
        if (images.isEmpty()) {
            throw new StoreException(files.name() + " holds no image");
        }
        return images;
    }

    /** Gives images that the layout has no names for those of {@code manifest.json}. */
    private List<ArchivedImage> named(List<ArchivedImage> images) throws IOException {
        SaveManifest manifest = SaveManifest.read(new ArchiveDocuments(files), files.name());
        List<ArchivedImage> named = new ArrayList<>();
        for (ArchivedImage image : images) {
            named.add(image.names().isEmpty() ? image.withNames(manifest.names(image.id())) : image);
        }
        return named;
    }
}
