package dev.varve.engine;

import dev.varve.image.Platform;
import java.util.List;

/**
 * What an image is to be that is made of a root file system.
 *
 * @param message kept in its history
 * @param changes instructions as a Dockerfile has them, such as {@code CMD ["sh"]}
 */
public record ImportOptions(Platform platform, String message, List<String> changes) {
    public ImportOptions {
        changes = List.copyOf(changes);
    }
}
