package dev.varve.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Files that are whole or not there, whatever happens to the process or the machine. */
final class Durable {
    private Durable() {}

    /** Replaces a file's content by way of a temporary one; the file. */
    static Path write(Path file, byte[] bytes, Temporary temporary) throws IOException {
        Path aside = temporary.newPath();
        try {
            try (FileChannel channel =
                    FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(false);
            }
            move(aside, file);
            return file;
        } catch (IOException e) {
            throw StoreException.unwritable(file, e);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Moves what is synchronised itself, and makes the move last. */
    static void move(Path from, Path to) throws IOException {
        Path folder = Objects.requireNonNull(to.getParent(), "everything in the store is in a folder");
        Files.createDirectories(folder);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        synchronise(folder);
    }

    private static void synchronise(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every system can open a folder; there the move lasts once the system gets to it.
        }
    }
}
