package dev.varve.engine.files;

import java.util.List;
import java.util.Optional;

/**
 * How files are copied.
 *
 * @param owner whom copies belong to; empty to keep the owner
 * @param mode what becomes of their modes; empty to keep them
 * @param includes ignore-file patterns of which one must match, relative to the source; none: everything does
 * @param excludes ignore-file patterns of which none may match
 * @param wildcards whether wildcards in the source count
 * @param followLinks whether a symlink that the source names stands for what it points at
 * @param contentsOnly whether of a folder only what it holds is copied
 * @param unpack whether an archive is unpacked
 */
public record CopyOptions(
        Optional<Owner> owner,
        Optional<FileMode> mode,
        List<String> includes,
        List<String> excludes,
        boolean wildcards,
        boolean followLinks,
        boolean contentsOnly,
        boolean unpack) {
    private static final int UMASK = 022;

    public CopyOptions {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    /** The mode of folders made on the way, for which the builder's umask counts. */
    int folderMode(int otherwise) {
        return mode.filter(FileMode::isOctal)
                .map(given -> given.apply(0, true) & ~UMASK & 0777)
                .orElse(otherwise);
    }
}
