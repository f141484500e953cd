package dev.varve.plan;

import java.util.List;

/**
 * {@code WORKDIR}: a folder and its parents, mode 0755.
 *
 * @param owner whom it belongs to, as {@code USER} names it; empty for root
 */
public record MakeFolder(Source parent, String path, String owner) implements Operation {
    @Override
    public List<Input> inputs() {
        return parent instanceof Source.Scratch ? List.of() : List.of(new Input(parent, List.of(), false));
    }

    @Override
    public String definition() {
        return new Definition("folder").add(path).add(owner).toString();
    }
}
