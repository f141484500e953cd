package dev.varve.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that were read last; one is read again only where it has changed. Safe for use by several threads. */
final class RecentFiles<T> {
    private final Recent<Path, Known<T>> known;

    private record Known<T>(FileState state, T content) {}

    /** Reads the file that is asked for. */
    interface Reader<T> {
        T read() throws IOException;
    }

    /** @param largest what is in a file of more bytes is not kept */
    RecentFiles(int most, long largest) {
        this.known = new Recent<>(most, largest);
    }

    /** @throws NoSuchFileException where there is no such file */
    T read(Path file, Reader<T> reader) throws IOException {
        FileState state = FileState.of(file);
        Known<T> before = known.find(file);
        if (before != null && before.state.equals(state)) {
            return before.content;
        }
        T content = reader.read();
        if (state.isSettled()) {
            known.add(file, new Known<>(state, content), state.size());
        }
        return content;
    }
}
