package dev.varve.plan;

import dev.varve.context.Selector;
import java.util.List;

/**
 * One thing that an operation depends on.
 *
 * @param selectors what is read of it; empty means all of it
 * @param byContent whether the same content means the same input, wherever it comes from; otherwise only the very
 *     same source does
 */
public record Input(Source source, List<Selector> selectors, boolean byContent) {
    public Input {
        selectors = List.copyOf(selectors);
    }
}
