package dev.varve.store.archive;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageConfig;
import dev.varve.image.MediaType;
import dev.varve.layer.Layer;
import dev.varve.layer.LayerCompression;
import dev.varve.store.BlobWriter;
import dev.varve.store.Blobs;
import dev.varve.store.Store;
import dev.varve.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Makes an image of the archive of a root file system, which becomes its layer as it is. */
final class RootFileSystemImport {
    private final Store store;

    RootFileSystemImport(Store store) {
        this.store = store;
    }

    ArchivedImage read(String name, InputStream archive, ImageConfig template) throws IOException {
        Blobs blobs = store.blobs();
        Digest layer = layer(name, archive);
        ImageConfig config = new ImageConfig(
                template.platform(),
                template.created(),
                template.author(),
                template.config(),
                List.of(layer),
                template.history());
        Descriptor manifest =
                store.images().write(config, List.of(new Descriptor(MediaType.OCI_LAYER, layer, blobs.size(layer))));
        return new ArchivedImage(Digest.of(config.toBytes()), manifest, Optional.empty(), List.of());
    }

    private Digest layer(String name, InputStream archive) throws IOException {
        long room = Files.getFileStore(store.home()).getUsableSpace();
        try (InputStream plain = LayerCompression.decompress(archive, name, room);
                BlobWriter writer = store.blobs().create()) {
            plain.transferTo(writer);
            Digest digest = writer.commit();
            Layer.open(store.blobs().path(digest)).close();
            return digest;
        } catch (IOException e) {
            throw StoreException.unreadable(name, e);
        }
    }
}
