package dev.varve.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Removes folders itself where it may, and otherwise asks for help. */
final class FolderRemoval implements FolderRemover {
    private final FolderRemover help;

    FolderRemoval(FolderRemover help) {
        this.help = help;
    }

    @Override
    public void remove(Path folder) throws IOException {
        try {
            removeTree(folder);
        } catch (IOException e) {
            help.remove(folder);
        }
    }

    /** Removes a folder with all below it and follows no link; a folder that is not there is well. */
    static void removeTree(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
