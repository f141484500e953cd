package dev.varve.dockerfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies files from the build context, a URL or a git repository, and unpacks local archives.
 *
 * <p>An optional word is null when its flag is absent or has an empty value, which BuildKit treats alike.
 *
 * @param sources paths and addresses; heredocs excluded
 * @param inlineSources the sources that are heredocs
 * @param destination where to
 * @param chown the owner to give
 * @param chmod the mode to give
 * @param checksum the digest a remote source must have
 * @param link whether the layer is independent of those below
 * @param keepGitDir whether a git source keeps its {@code .git}; null when not said
 * @param unpack whether archives are unpacked; null when not said
 * @param excludes patterns of what not to copy
 */
public record Add(
        Syntax syntax,
        List<Word> sources,
        List<Heredoc> inlineSources,
        Word destination,
        @Nullable Word chown,
        @Nullable Word chmod,
        @Nullable Word checksum,
        boolean link,
        @Nullable Boolean keepGitDir,
        @Nullable Boolean unpack,
        List<Word> excludes)
        implements Instruction {
    public Add {
        sources = List.copyOf(sources);
        inlineSources = List.copyOf(inlineSources);
        excludes = List.copyOf(excludes);
    }
}
