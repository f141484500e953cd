package dev.varve.dockerfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A build stage: a FROM and what follows it up to the next one.
 *
 * @param index 0-based
 * @param name the alias in lower case, as BuildKit keeps it; null without {@code AS}
 * @param from the instruction that opens the stage
 * @param instructions what follows, FROM excluded, broken ones included
 */
public record Stage(int index, @Nullable String name, From from, List<Instruction> instructions) {
    public Stage {
        instructions = List.copyOf(instructions);
    }
}
