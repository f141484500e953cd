package dev.varve.lint.history.git;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit from the user's and the system's configuration. Left alone it measures the file system's clock for some seconds
 * when it is first used, and writes what it found to the user's configuration.
 */
public final class IsolatedGit extends SystemReader.Delegate {
    private static volatile boolean installed;

    private IsolatedGit(SystemReader real) {
        super(real);
    }

    public static synchronized void install() {
        if (!installed) {
            SystemReader.setInstance(new IsolatedGit(SystemReader.getInstance()));
            installed = true;
        }
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS files) {
        return new Nothing(parent, files);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS files) {
        return new Nothing(parent, files);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS files) {
        return new Nothing(parent, files);
    }

    /** An empty configuration that says it knows the file system's clock. */
    private static final class Nothing extends FileBasedConfig {
        Nothing(@Nullable Config parent, FS files) {
            super(parent, new File("none"), files);
        }

        @Override
        public void load() throws IOException, ConfigInvalidException {}

        @Override
        public void save() throws IOException {}

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public long getTimeUnit(String section, @Nullable String part, String name, long otherwise, TimeUnit unit) {
            return section.equals("filesystem")
                    ? unit.convert(10, TimeUnit.MILLISECONDS)
                    : super.getTimeUnit(section, part, name, otherwise, unit);
        }
    }
}
