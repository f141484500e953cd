package dev.varve.store;

import dev.varve.image.Digest;
import dev.varve.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The containers: {@code containers/ID/}, and for each name a symbolic link {@code names/NAME} to the id, so that finding one
 * by its name does not depend on how many there are. A link that leads nowhere is as good as none.
 */
public final class ContainerFolders {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]+");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{1,64}");
    private static final int ID_BYTES = 32;

    private final Path folder;
    private final Path names;
    private final Path lock;
    private final Temporary temporary;
    private final FolderRemover remover;
    private final InstantSource clock;

    ContainerFolders(Path home, Temporary temporary, FolderRemover remover, InstantSource clock) {
        this.folder = home.resolve("containers");
        this.names = home.resolve("names");
        this.lock = home.resolve("locks").resolve("containers");
        this.temporary = temporary;
        this.remover = remover;
        this.clock = clock;
    }

    /**
     * Makes a container.
     *
     * @param name empty for one that is made up
     * @param manifest of its image, which is kept while the container is
     * @param layers the diff IDs of its image's layers, which are kept too
     * @throws StoreException where the name is taken, or is no name
     */
    public ContainerFolder create(Optional<String> name, Optional<Digest> manifest, List<Digest> layers)
            throws IOException {
        return create(name, manifest, layers, JsonObject.EMPTY);
    }

    /** The same, with the state that it has from the beginning. */
    public ContainerFolder create(
            Optional<String> name, Optional<Digest> manifest, List<Digest> layers, JsonObject state)
            throws IOException {
        if (name.isPresent()) {
            requireName(name.get());
        }
        SecureRandom random = new SecureRandom();
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        Path aside = temporary.newFolder();
        StoreLock held = ProcessLock.exclusive(lock);
        try (held) {
            ContainerIdentity identity = new ContainerIdentity(
                    id,
                    name.isPresent() ? free(name.get()) : freeRandomName(random),
                    clock.instant(),
                    manifest,
                    layers);
            Files.createDirectory(aside.resolve("upper"));
            Files.createDirectory(aside.resolve("work"));
            AtomicFile.writeLightly(
                    aside.resolve(ContainerFolder.IDENTITY), identity.toJson().toBytes(), temporary);
            AtomicFile.writeLightly(aside.resolve(ContainerFolder.STATE), state.toBytes(), temporary);
            Path link = names.resolve(identity.name());
            Files.createDirectories(names);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, Path.of(id));
            Path place = folder.resolve(id);
            AtomicFile.move(aside, place);
            return new ContainerFolder(place, identity, temporary);
        } finally {
            FolderRemoval.removeTree(aside);
        }
    }

    /**
     * Gives a container another name.
     *
     * @throws StoreException where the name is taken, or is no name
     */
    public ContainerFolder rename(ContainerFolder container, String name) throws IOException {
        requireName(name);
        StoreLock held = ProcessLock.exclusive(lock);
        try (held) {
            ContainerFolder now = read(container.id())
                    .orElseThrow(() -> new StoreException("container " + container.name() + " has been removed"));
            Path link = names.resolve(free(name));
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, Path.of(now.id()));
            ContainerIdentity identity = now.identity().withName(name);
            AtomicFile.writeLightly(
                    now.path().resolve(ContainerFolder.IDENTITY),
                    identity.toJson().toBytes(),
                    temporary);
            Files.deleteIfExists(names.resolve(now.name()));
            return new ContainerFolder(now.path(), identity, temporary);
        }
    }

    private static void requireName(String name) throws StoreException {
        if (!NAME.matcher(name).matches()) {
            throw new StoreException("'" + name
                    + "' is no container name; expected letters, digits, '_', '.' and '-', at least two, and the first"
                    + " a letter or digit");
        }
    }

    private String free(String name) throws IOException {
        Optional<ContainerFolder> other = findByName(name);
        if (other.isPresent()) {
            throw new StoreException("the name '" + name + "' is taken by container "
                    + other.get().id().substring(0, 12) + "; remove that one, or choose another name");
        }
        return name;
    }

    private String freeRandomName(SecureRandom random) throws IOException {
        String name = ContainerNames.random(random);
        for (int more = 1; findByName(name).isPresent(); more++) {
            name = ContainerNames.random(random) + more;
        }
        return name;
    }

    /**
     * The container of this name, id or beginning of an id.
     *
     * @throws StoreException where several ids begin so
     */
    public Optional<ContainerFolder> find(String nameOrId) throws IOException {
        Optional<ContainerFolder> named = findByName(nameOrId);
        if (named.isPresent() || !HEX.matcher(nameOrId).matches()) {
            return named;
        }
        List<String> ids = ids().stream().filter(id -> id.startsWith(nameOrId)).toList();
        if (ids.size() > 1) {
            throw new StoreException("'" + nameOrId + "' begins the ids of several containers: "
                    + ids.stream().map(id -> id.substring(0, 12)).collect(Collectors.joining(", "))
                    + "; give more digits");
        }
        return ids.isEmpty() ? Optional.empty() : read(ids.get(0));
    }

    private Optional<ContainerFolder> findByName(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Path link = names.resolve(name);
        if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        // whoever was being renamed when its process died has one name too many
        return read(Files.readSymbolicLink(link).toString())
                .filter(container -> container.name().equals(name));
    }

    private Optional<ContainerFolder> read(String id) throws IOException {
        try {
            return Optional.of(ContainerFolder.read(folder.resolve(id), temporary));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** All containers, those made last first. */
    public List<ContainerFolder> list() throws IOException {
        List<ContainerFolder> containers = new ArrayList<>();
        for (String id : ids()) {
            read(id).ifPresent(containers::add);
        }
        containers.sort(ContainerFolders::lastMadeFirst);
        return containers;
    }

    private static int lastMadeFirst(ContainerFolder one, ContainerFolder other) {
        int order = other.identity().created().compareTo(one.identity().created());
        return order != 0 ? order : one.id().compareTo(other.id());
    }

    private List<String> ids() throws IOException {
        return Folders.children(folder).stream()
                .map(path -> path.getFileName().toString())
                .toList();
    }

    /** Removes a container; whoever removes it must know that it does not run. One that is not there any more is well. */
    public void remove(ContainerFolder container) throws IOException {
        Path aside = temporary.newPath();
        StoreLock held = ProcessLock.exclusive(lock);
        try (held) {
            if (!Files.exists(container.path())) {
                return;
            }
            Files.move(container.path(), aside);
            Files.deleteIfExists(names.resolve(container.name()));
        }
        remover.remove(aside);
    }

    /** Takes folders away that do not say what they are; where they are now, to be removed. */
    List<Path> putEmptyAside() throws IOException {
        List<Path> aside = new ArrayList<>();
        StoreLock held = ProcessLock.exclusive(lock);
        try (held) {
            for (String id : ids()) {
                if (read(id).isEmpty()) {
                    Path place = temporary.newPath();
                    Files.move(folder.resolve(id), place);
                    aside.add(place);
                }
            }
        }
        return aside;
    }
}
