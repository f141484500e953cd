package dev.varve.engine.files;

import dev.varve.context.LinkResolver;
import dev.varve.context.SlashPath;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerEntry.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An archive that {@code ADD} unpacks: a tar, plain or compressed, known by its content and not by its name
 * ({@code isArchivePath} in BuildKit's {@code solver/llbsolver/file/unpack.go}; {@code moby/go-archive}, {@code Unpack}).
 */
final class ArchiveSource {
    private static final Map<String, byte[]> NO_ATTRIBUTES = Map.of();
    private static final String ATTRIBUTE = "SCHILY.xattr.";

    private final SourceTree source;
    private final LayerEntry file;

    private ArchiveSource(SourceTree source, LayerEntry file) {
        this.source = source;
        this.file = file;
    }

    /** Empty where the file is no archive. */
    static Optional<ArchiveSource> open(SourceTree source, LayerEntry file) throws IOException {
        ArchiveSource archive = new ArchiveSource(source, file);
        try (TarArchiveInputStream tar = archive.read()) {
            return tar.getNextEntry() == null ? Optional.empty() : Optional.of(archive);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private TarArchiveInputStream read() throws IOException {
        InputStream bytes = new BufferedInputStream(source.open(file));
        try {
            return new TarArchiveInputStream(Compression.decompress(bytes), "UTF-8");
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /**
     * Puts what the archive holds into a folder.
     *
     * @param folder where, without symlinks; nothing ends up outside it
     * @param owner whom everything belongs to; empty to keep what the archive says
     * @param spool a folder for files, which must be there until the draft has been written
     */
    void unpack(LayerDraft target, String folder, Optional<Owner> owner, Path spool) throws IOException {
        Spool spooled = new Spool(spool);
        Unpacking unpacking = new Unpacking(target, folder, owner);
        try (TarArchiveInputStream tar = read()) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                LayerDraft.Content content =
                        entry.isFile() && !entry.isLink() ? spooled.keep(tar) : LayerDraft.Content.NONE;
                unpacking.put(entry, content);
            }
            unpacking.finish();
        } catch (IllegalArgumentException e) {
            throw new FileCopyException("/" + file.path() + ": a damaged archive: " + e.getMessage());
        }
    }

    /** The archive's files one after another in a temporary file, since a draft's content is read later. */
    private static final class Spool {
        private final Path spooled;
        private long end;

        Spool(Path folder) throws IOException {
            spooled = Files.createTempFile(folder, "archive", null);
        }

        LayerDraft.Content keep(InputStream bytes) throws IOException {
            long start = end;
            try (OutputStream out = Files.newOutputStream(spooled, java.nio.file.StandardOpenOption.APPEND)) {
                end += bytes.transferTo(out);
            }
            long length = end - start;
            return () -> new FileSlice(spooled, start, length);
        }
    }

    /** One archive going into one folder. */
    private record Unpacking(LayerDraft target, String folder, Optional<Owner> owner, Map<String, Instant> folders) {

        Unpacking(LayerDraft target, String folder, Optional<Owner> owner) {
            this(target, folder, owner, new HashMap<>());
        }

        void put(TarArchiveEntry entry, LayerDraft.Content content) throws IOException {
            String name = SlashPath.inContext(entry.getName());
            if (name.isEmpty()) {
                return;
            }
            String parent = inside(SlashPath.parent(name));
            target.makeFolders(parent, 0755, Optional.empty());
            String place = join(parent, SlashPath.base(name));
            LayerEntry made = convert(entry, place);
            Optional<LayerEntry> there = target.find(place);
            if (there.isPresent() && !(there.get().kind() == Kind.DIRECTORY && made.kind() == Kind.DIRECTORY)) {
                target.remove(place);
            }
            target.put(made, content);
            if (made.kind() == Kind.DIRECTORY) {
                folders.put(place, made.modified());
            }
        }

        /** The folders get their times when all is in them. */
        void finish() {
            folders.forEach((place, modified) -> {
                if (target.isFolder(place)) {
                    target.setModified(place, modified);
                }
            });
        }

        private LayerEntry convert(TarArchiveEntry entry, String place) throws IOException {
            if (entry.isLink()) {
                String linked = inside(SlashPath.inContext(entry.getLinkName()));
                if (!target.isNew(linked)) {
                    throw new FileCopyException("the archive links " + entry.getName() + " to " + entry.getLinkName()
                            + ", which it does not hold");
                }
                target.change(target.linkTarget(linked), linkedFile -> described(linkedFile, entry));
                return LayerEntry.hardLink(place, target.linkTarget(linked));
            }
            Kind kind = kind(entry);
            boolean device = kind == Kind.CHARACTER_DEVICE || kind == Kind.BLOCK_DEVICE;
            LayerEntry made = new LayerEntry(
                    place,
                    kind,
                    0777,
                    0,
                    0,
                    Instant.EPOCH,
                    kind == Kind.FILE ? entry.getSize() : 0,
                    kind == Kind.SYMLINK ? entry.getLinkName() : "",
                    device ? entry.getDevMajor() : 0,
                    device ? entry.getDevMinor() : 0,
                    attributes(entry));
            return described(made, entry);
        }

        /** What the archive says of a file; what it says of a hard link holds for the file too. */
        private LayerEntry described(LayerEntry made, TarArchiveEntry entry) {
            return made.withMode(made.kind() == Kind.SYMLINK ? 0777 : entry.getMode() & 07777)
                    .withOwner(
                            owner.map(Owner::uid).orElse(entry.getLongUserId()),
                            owner.map(Owner::gid).orElse(entry.getLongGroupId()))
                    .withModified(entry.getLastModifiedTime().toInstant());
        }

        private static Kind kind(TarArchiveEntry entry) {
            if (entry.isSymbolicLink()) {
                return Kind.SYMLINK;
            } else if (entry.isDirectory()) {
                return Kind.DIRECTORY;
            } else if (entry.isCharacterDevice()) {
                return Kind.CHARACTER_DEVICE;
            } else if (entry.isBlockDevice()) {
                return Kind.BLOCK_DEVICE;
            }
            return entry.isFIFO() ? Kind.FIFO : Kind.FILE;
        }

        private static Map<String, byte[]> attributes(TarArchiveEntry entry) {
            Map<String, byte[]> attributes = new TreeMap<>();
            entry.getExtraPaxHeaders().forEach((name, value) -> {
                if (name.startsWith(ATTRIBUTE)) {
                    attributes.put(
                            name.substring(ATTRIBUTE.length()),
                            value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }
            });
            return attributes.isEmpty() ? NO_ATTRIBUTES : attributes;
        }

        /** A path of the archive as one of the image; its symlinks are resolved within the folder, as in a chroot. */
        private String inside(String path) throws FileCopyException {
            String resolved = new LinkResolver(at -> target.find(join(folder, at))
                            .filter(entry -> entry.kind() == Kind.SYMLINK)
                            .map(LayerEntry::linkTarget)
                            .orElse(null))
                    .resolve(path, true)
                    .orElseThrow(() -> new FileCopyException("/" + path + ": too many symlinks follow one another"));
            return join(folder, resolved);
        }

        private static String join(String folder, String name) {
            return folder.isEmpty() ? name : name.isEmpty() ? folder : folder + "/" + name;
        }
    }
}
