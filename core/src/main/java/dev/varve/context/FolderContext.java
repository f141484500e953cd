package dev.varve.context;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A folder on disk, walked once. */
public final class FolderContext implements BuildContext {
    private FolderContext() {}

    /** The whole folder. */
    public static FolderContext of(Path folder) throws IOException {
        return of(folder, DockerIgnore.none(), DigestCache.none());
    }

    /** The folder without what is ignored; a folder that is ignored with all it holds is not walked. */
    public static FolderContext of(Path folder, DockerIgnore ignore, DigestCache cache) throws IOException {
        throw new UnsupportedOperationException("not yet: " + folder + ignore + cache);
    }

    @Override
    public FileTree tree() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public String digest(Entry file) throws IOException {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public List<Problem> problems() {
        throw new UnsupportedOperationException("not yet");
    }
}
