package dev.varve.lint;

import java.util.List;
import java.util.Optional;

/**
 * A way to mend what was found.
 *
 * @param safe whether the image that is built stays the same
 * @param description what it does, as an order: {@code Use an absolute path}
 * @param other the file that it changes instead of the Dockerfile; empty for the Dockerfile itself
 * @param edits in the order of the file, none overlapping another
 */
public record Fix(boolean safe, String description, Optional<OtherFile> other, List<Edit> edits) {
    public Fix {
        edits = List.copyOf(edits);
    }

    /** The text of the file that it changes, with its edits made. */
    public String appliedTo(String text) {
        return FixPass.apply(text, edits);
    }
}
