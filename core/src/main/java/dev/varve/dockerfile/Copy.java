package dev.varve.dockerfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies files from the build context, another stage or an image.
 *
 * <p>An optional word is null when its flag is absent or has an empty value, which BuildKit treats alike.
 *
 * @param sources paths; heredocs excluded
 * @param inlineSources the sources that are heredocs
 * @param destination where to
 * @param from the stage, image or named context to copy from
 * @param chown the owner to give
 * @param chmod the mode to give
 * @param link whether the layer is independent of those below
 * @param parents whether parent directories of the sources are kept
 * @param excludes patterns of what not to copy
 */
public record Copy(
        Syntax syntax,
        List<Word> sources,
        List<Heredoc> inlineSources,
        Word destination,
        @Nullable Word from,
        @Nullable Word chown,
        @Nullable Word chmod,
        boolean link,
        boolean parents,
        List<Word> excludes)
        implements Instruction {
    public Copy {
        sources = List.copyOf(sources);
        inlineSources = List.copyOf(inlineSources);
        excludes = List.copyOf(excludes);
    }
}
