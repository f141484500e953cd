package dev.varve.rules.cache;

import dev.varve.context.DockerIgnore;
import dev.varve.dockerfile.SourceRange;
import dev.varve.lint.ContextFolder;
import dev.varve.lint.Edit;
import dev.varve.lint.OtherFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The ignore file of a build context as a text that can be edited.
 *
 * @param path relative to the context; {@code .dockerignore} where there is none yet
 * @param text empty where there is none
 */
record IgnoreFile(String path, String text, DockerIgnore ignore) {

    static IgnoreFile of(ContextFolder folder) {
        Optional<Path> file = folder.ignoreFile();
        try {
            if (file.isPresent()) {
                String path = folder.path()
                        .toAbsolutePath()
                        .relativize(file.get().toAbsolutePath())
                        .toString();
                return new IgnoreFile(path, Files.readString(file.get()), folder.ignore());
            }
        } catch (IOException e) {
            // Then it is none for the builder either
        }
        return new IgnoreFile(".dockerignore", "", DockerIgnore.none());
    }

    /** What a fix changes. */
    OtherFile asOther() {
        return new OtherFile(path, text);
    }

    boolean exists() {
        return !text.isEmpty();
    }

    /** Adds patterns at the end. */
    List<Edit> adding(List<String> patterns) {
        String lines = String.join("\n", patterns) + "\n";
        boolean open = !text.isEmpty() && !text.endsWith("\n");
        return List.of(new Edit(new SourceRange(text.length(), text.length()), open ? "\n" + lines : lines));
    }

    /** Puts another line in the place of one. */
    List<Edit> replacing(int line, String other) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        int end = text.indexOf('\n', start);
        return List.of(new Edit(new SourceRange(start, end < 0 ? text.length() : end), other));
    }
}
