package dev.varve.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Files that are whole or not there, by way of temporary ones. */
final class AtomicFile {
    private AtomicFile() {}

    /** Replaces a file's content, to last whatever happens to the process or the machine; the file. */
    static Path write(Path file, byte[] bytes, Temporary temporary) throws IOException {
        return write(file, bytes, temporary, true);
    }

    /**
     * The same without waiting for the disk, for what is worth nothing once the machine has gone down: after a loss of power,
     * but not after the end of the process, the file may be empty.
     */
    static Path writeLightly(Path file, byte[] bytes, Temporary temporary) throws IOException {
        return write(file, bytes, temporary, false);
    }

    private static Path write(Path file, byte[] bytes, Temporary temporary, boolean synchronised) throws IOException {
        Path aside = temporary.newPath();
        try {
            try (FileChannel channel =
                    FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                if (synchronised) {
                    channel.force(false);
                }
            }
            move(aside, file);
            return file;
        } catch (IOException e) {
            throw StoreException.unwritable(file, e);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            Files.createDirectories(Objects.requireNonNull(to.getParent(), "everything in the store is in a folder"));
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Makes what was moved into or out of a folder last. */
    static void synchronise(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every system can open a folder; there it lasts once the system gets to it.
        }
    }
}
