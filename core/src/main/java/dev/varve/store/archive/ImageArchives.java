package dev.varve.store.archive;

import dev.varve.image.Digest;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageReference;
import dev.varve.layer.LayerCompression;
import dev.varve.store.Store;
import dev.varve.store.StoreException;
import dev.varve.store.StoreLock;
import dev.varve.store.WorkFolder;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Images out of files and into files. What is read comes from outside: every blob is verified, and an archive that is damaged
 * in any way gives one error and no image; what of it was right by then is garbage in the store.
 */
public final class ImageArchives {
    private final Store store;

    public ImageArchives(Store store) {
        this.store = store;
    }

    /**
     * Loads the images of an archive, compressed or not, or of a folder: an OCI image layout, or what {@code docker save} of
     * any Docker since 1.10, skopeo and buildah write.
     *
     * @throws StoreException where it is none of these, or is damaged
     */
    public List<LoadedImage> load(Path archive) throws IOException {
        StoreLock held = store.use();
        try (held) {
            if (Files.isDirectory(archive)) {
                return load(new FolderFiles(archive));
            }
            try (InputStream start = Files.newInputStream(archive)) {
                if (LayerCompression.detect(start.readNBytes(4)) != LayerCompression.NONE) {
                    try (InputStream content = Files.newInputStream(archive)) {
                        return load(archive.toString(), content);
                    }
                }
            }
            return load(TarFiles.open(archive.toString(), archive));
        }
    }

    /**
     * Loads the images of an archive that is no file; it is kept aside meanwhile.
     *
     * @param name how people know it, for messages
     * @throws StoreException where it is no archive of images, or is damaged
     */
    public List<LoadedImage> load(String name, InputStream archive) throws IOException {
        StoreLock held = store.use();
        try (held;
                WorkFolder aside = store.workFolder()) {
            Path file = aside.path().resolve("archive");
            try (InputStream plain = LayerCompression.decompress(archive, name, room());
                    OutputStream out = new Kept(file)) {
                plain.transferTo(out);
            } catch (IOException e) {
                throw StoreException.unreadable(name, e);
            }
            return load(TarFiles.open(name, file));
        }
    }

    /** A file whose errors are not taken for those of what is written into it. */
    private static final class Kept extends FilterOutputStream {
        private final Path file;

        Kept(Path file) throws IOException {
            super(Files.newOutputStream(file));
            this.file = file;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw StoreException.unwritable(file, e);
            }
        }
    }

    /** A bomb ends before it has filled the disk. */
    private long room() throws IOException {
        return Files.getFileStore(store.home()).getUsableSpace();
    }

    private List<LoadedImage> load(ArchiveFiles archive) throws IOException {
        try (archive) {
            Map<Digest, ArchivedImage> images = new LinkedHashMap<>();
            for (ArchivedImage image : new ArchiveReader(archive, store).read()) {
                images.merge(image.id(), image, ArchivedImage::withNamesOf);
            }
            List<LoadedImage> loaded = new ArrayList<>();
            for (ArchivedImage image : images.values()) {
                loaded.add(name(image));
            }
            return loaded;
        }
    }

    private LoadedImage name(ArchivedImage image) throws IOException {
        if (image.names().isEmpty()) {
            store.images().keep(image.manifest(), image.index());
        }
        for (ImageReference name : image.names()) {
            store.images().tag(name, image.manifest(), image.index());
        }
        return new LoadedImage(image.id(), image.manifest(), image.names());
    }

    /** Writes images as one archive, in which what they share is once. Equal images give equal bytes. */
    public void save(List<SavedImage> images, ArchiveFormat format, OutputStream out) throws IOException {
        StoreLock held = store.use();
        try (held;
                TarTarget target = new TarTarget(out)) {
            new ArchiveWriter(store.blobs(), format).write(images, target);
        }
    }

    /** The same as a file, which is replaced when it is whole. */
    public void save(List<SavedImage> images, ArchiveFormat format, Path archive) throws IOException {
        Path aside = aside(archive);
        try {
            try (OutputStream out = Files.newOutputStream(aside, StandardOpenOption.CREATE_NEW)) {
                save(images, format, out);
            }
            Files.move(aside, archive, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /**
     * Writes images as an OCI image layout into a folder, which is there when it is whole.
     *
     * @throws StoreException where there is something in the folder already
     */
    public void saveLayout(List<SavedImage> images, Path folder) throws IOException {
        StoreLock held = store.use();
        try (held;
                FolderTarget target = FolderTarget.create(folder, aside(folder))) {
            new ArchiveWriter(store.blobs(), ArchiveFormat.OCI).write(images, target);
            target.finish();
        }
    }

    private static Path aside(Path place) {
        return place.toAbsolutePath().resolveSibling("." + place.getFileName() + "." + UUID.randomUUID());
    }

    /**
     * Makes an image of one layer from the archive of a root file system, compressed or not, as {@code docker import} does. It
     * has no name yet.
     *
     * @param name how people know the archive, for messages
     * @param template what the image is to be, but for the layer; its history should have an entry for that
     * @throws StoreException where the archive cannot be a layer
     */
    public LoadedImage importRootFileSystem(String name, InputStream archive, ImageConfig template) throws IOException {
        StoreLock held = store.use();
        try (held) {
            ArchivedImage image = new RootFileSystemImport(store).read(name, archive, template);
            return name(image);
        }
    }
}
