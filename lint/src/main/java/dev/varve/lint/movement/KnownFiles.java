package dev.varve.lint.movement;

import java.util.List;
import java.util.Set;

/** Every file that a COPY from the build context can find. */
public interface KnownFiles {
    /** Whether there is a file of this path. */
    boolean isFile(String path);

    /**
     * Whether there is a file that is read.
     *
     * @param source a path, which stands for itself and everything below it; the empty one for everything
     */
    boolean anyRead(String source, Reads reads);

    /** These files, by path. */
    static KnownFiles of(List<String> files) {
        Set<String> known = Set.copyOf(files);
        return new KnownFiles() {
            @Override
            public boolean isFile(String path) {
                return known.contains(path);
            }

            @Override
            public boolean anyRead(String source, Reads reads) {
                return files.stream()
                        .anyMatch(file -> (source.isEmpty() || file.equals(source) || file.startsWith(source + "/"))
                                && reads.includes(file));
            }
        };
    }
}
