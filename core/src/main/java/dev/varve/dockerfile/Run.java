package dev.varve.dockerfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command in the build.
 *
 * @param mounts the values of {@code --mount}, to be given to {@link Mount#parse}
 * @param network {@code default}, {@code none} or {@code host}; null when absent
 * @param security {@code insecure} or {@code sandbox}; null when absent
 * @param devices the values of {@code --device}
 * @param command one word in shell form, the arguments in exec form; may be empty
 */
public record Run(
        Syntax syntax,
        List<Word> mounts,
        @Nullable Word network,
        @Nullable Word security,
        List<Word> devices,
        List<Word> command)
        implements Instruction {
    public Run {
        mounts = List.copyOf(mounts);
        devices = List.copyOf(devices);
        command = List.copyOf(command);
    }
}
