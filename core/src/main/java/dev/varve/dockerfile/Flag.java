package dev.varve.dockerfile;

import org.jspecify.annotations.Nullable;

/**
 * A flag of an instruction, such as {@code --from=build}.
 *
 * @param name without the leading dashes
 * @param value what follows the {@code =}, quotes and escapes already resolved as BuildKit does; null without {@code =}
 * @param range the whole flag in the source
 */
public record Flag(String name, @Nullable Word value, SourceRange range) {
    /** The flag as BuildKit's parser gives it: {@code --name} or {@code --name=value}. */
    public String text() {
        return value == null ? "--" + name : "--" + name + "=" + value.text();
    }
}
