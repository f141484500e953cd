package dev.varve.store;

import dev.varve.image.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Layers unpacked to be mounted: {@code snapshots/NAME/fs}, once a layer. What has its name is complete: it is unpacked aside
 * and moved into place. {@code NAME} is nine digits of the diff ID, so that {@code NAME/fs} is short enough for 127 of them in
 * the mount options of an overlay (4,096 bytes); whose folder it is stands beside {@code fs}, and a diff ID that shares its
 * digits with another goes on to its next nine. So nobody who makes up a layer with the same digits gets it mounted for another.
 */
public final class Snapshots {
    private static final int DIGITS = 9;
    private static final String OWNER = "diff-id";
    private static final String FILES = "fs";

    private final Path folder;
    private final Temporary temporary;
    private final Stripes stripes;

    Snapshots(Path folder, Temporary temporary, Stripes stripes) {
        this.folder = folder;
        this.temporary = temporary;
        this.stripes = stripes;
    }

    /** Puts the files of a layer into an empty folder. */
    @FunctionalInterface
    public interface Unpacking {
        void into(Path folder) throws IOException;
    }

    /** The folder of the snapshots; those of {@link #find} are {@code NAME/fs} below it. */
    public Path folder() {
        return folder;
    }

    /** The folder with the layer's files, if it is unpacked. */
    public Optional<Path> find(Digest diffId) throws IOException {
        Place place = place(diffId);
        return place.taken ? Optional.of(place.folder.resolve(FILES)) : Optional.empty();
    }

    /**
     * The folder with the layer's files, unpacked now if need be: once, by whoever comes first, while others who want the
     * same wait. What an unpacking that fails has made is removed.
     */
    public Path require(Digest diffId, Unpacking unpacking) throws IOException {
        Optional<Path> ready = find(diffId);
        if (ready.isPresent()) {
            return ready.get();
        }
        StoreLock only = stripes.lock("snapshot", diffId);
        try (only) {
            Place place = place(diffId);
            if (!place.taken) {
                unpack(diffId, place.folder, unpacking);
            }
            return place.folder.resolve(FILES);
        }
    }

    private void unpack(Digest diffId, Path target, Unpacking unpacking) throws IOException {
        temporary.make(target, aside -> {
            unpacking.into(Files.createDirectory(aside.resolve(FILES)));
            Files.writeString(aside.resolve(OWNER), diffId.toString());
        });
    }

    private record Place(Path folder, boolean taken) {}

    private Place place(Digest diffId) throws IOException {
        String hex = diffId.hex();
        for (int from = 0; from + DIGITS <= hex.length(); from += DIGITS) {
            Path place = folder.resolve(hex.substring(from, from + DIGITS));
            Optional<String> owner = owner(place);
            if (owner.isEmpty() || owner.get().equals(diffId.toString())) {
                return new Place(place, owner.isPresent());
            }
        }
        throw new FileAlreadyExistsException(
                folder.toString(), null, "every folder that layer " + diffId + " could have is another's");
    }

    private static Optional<String> owner(Path place) throws IOException {
        try {
            return Optional.of(Files.readString(place.resolve(OWNER), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The folders of the snapshots by the diff IDs of their layers. */
    Map<Digest, Path> all() throws IOException {
        Map<Digest, Path> all = new TreeMap<>();
        for (Path place : Folders.children(folder)) {
            Optional<String> owner = owner(place);
            if (owner.isPresent()) {
                all.put(Digest.parse(owner.get()), place);
            }
        }
        return all;
    }

    /** Takes a snapshot away; where its files are now, to be removed. */
    Path putAside(Path place) throws IOException {
        Path aside = temporary.newPath();
        Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
        return aside;
    }
}
