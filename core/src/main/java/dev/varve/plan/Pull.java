package dev.varve.plan;

import java.util.List;

/** {@code FROM} an image: its file system as it is. */
public record Pull(Source.Image image) implements Operation {
    @Override
    public Source parent() {
        return image;
    }

    @Override
    public List<Input> inputs() {
        return List.of(new Input(image, List.of(), false));
    }

    @Override
    public String definition() {
        return "pull";
    }
}
