package dev.varve.lint;

import dev.varve.dockerfile.Dockerfile;
import java.util.List;

/**
 * What fixing made of a Dockerfile.
 *
 * @param before as it was
 * @param after as it is to be
 * @param fixed the findings whose fixes were applied
 * @param elsewhere fixes of other files of the build context, whose findings are among {@code fixed}
 */
public record FixedFile(Dockerfile before, Dockerfile after, List<Finding> fixed, List<Fix> elsewhere) {
    public FixedFile {
        fixed = List.copyOf(fixed);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Whether the Dockerfile's text is another. */
    public boolean isChanged() {
        return !before.text().equals(after.text());
    }
}
