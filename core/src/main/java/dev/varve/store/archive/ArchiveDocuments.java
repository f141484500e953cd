package dev.varve.store.archive;

import dev.varve.image.Digest;
import dev.varve.json.JsonException;
import dev.varve.store.StoreException;
import dev.varve.store.archive.ArchiveFiles.ArchiveFile;
import java.io.IOException;
import java.io.InputStream;

/** Reads the documents of an archive, with errors that say which archive and file is wrong. */
final class ArchiveDocuments {
    private static final int LARGEST = 16 << 20;

    private final ArchiveFiles files;

    ArchiveDocuments(ArchiveFiles files) {
        this.files = files;
    }

    /** Where a layout has a blob. */
    static String blobPath(Digest digest) {
        return "blobs/" + digest.algorithm() + "/" + digest.hex();
    }

    interface Parser<T> {
        T parse(byte[] json) throws JsonException;
    }

    <T> T read(String path, Parser<T> parser) throws IOException {
        try {
            return parser.parse(bytes(path));
        } catch (JsonException e) {
            throw new StoreException(files.name() + " is damaged: " + path + ": " + e.getMessage(), e);
        }
    }

    byte[] bytes(String path) throws IOException {
        ArchiveFile file = require(path);
        if (file.size() > LARGEST) {
            throw new StoreException(files.name() + " is damaged: " + path + " has " + file.size()
                    + " bytes, more than the " + LARGEST + " it may have");
        }
        try (InputStream content = file.open()) {
            return content.readAllBytes();
        }
    }

    ArchiveFile require(String path) throws IOException {
        return files.find(path)
                .orElseThrow(() -> new StoreException(files.name() + " is incomplete: it has no file " + path));
    }
}
