package dev.varve.junit;

import dev.varve.junit.files.ImageFileSystem;
import dev.varve.layer.Layer;
import dev.varve.layer.RootFileSystem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The layers of an image, listed once for all tests. */
final class OpenImage implements Closeable {
    private final List<Layer> layers = new ArrayList<>();
    private final List<ImageFileSystem> single = new ArrayList<>();
    private final ImageFileSystem merged;

    private OpenImage(dev.varve.engine.Image image) throws IOException {
        String name = image.id().toString();
        for (Path archive : image.layerFiles()) {
            Layer layer = Layer.open(archive);
            layers.add(layer);
            single.add(ImageFileSystem.of(name + "/" + layers.size(), RootFileSystem.of(List.of(layer))));
        }
        merged = ImageFileSystem.of(name, RootFileSystem.of(layers));
    }

    static OpenImage of(dev.varve.engine.Image image) throws IOException {
        return new OpenImage(image);
    }

    ImageFileSystem files() {
        return merged;
    }

    ImageFileSystem files(int layer) {
        return single.get(layer);
    }

    Layer layer(int index) {
        return layers.get(index);
    }

    /** The lowest first. */
    List<Layer> layers() {
        return List.copyOf(layers);
    }

    @Override
    public void close() throws IOException {
        for (Layer layer : layers) {
            layer.close();
        }
    }
}
