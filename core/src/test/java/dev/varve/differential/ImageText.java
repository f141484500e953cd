package dev.varve.differential;

import dev.varve.image.HistoryEntry;
import dev.varve.image.ImageConfig;
import dev.varve.json.JsonObject;
import java.util.Comparator;
import java.util.List;

/**
 * What an image adds to the one below it, as text, a line for each thing: platform and author, the members of the configuration, the
 * entries of the history ({@code +} with a layer, {@code -} without), and each layer's entries by path.
 */
final class ImageText {
    private ImageText() {}

    /** Platform, author, configuration, history; of the history what {@code base} does not begin with. */
    static String config(ImageConfig image, ImageConfig base) {
        StringBuilder text = new StringBuilder();
        text.append("platform ").append(image.platform()).append('\n');
        if (!image.author().isEmpty()) {
            text.append("author ").append(image.author()).append('\n');
        }
        image.config()
                .toJson()
                .members()
                .forEach((name, value) -> text.append("config ")
                        .append(JsonObject.EMPTY.with(name, value))
                        .append('\n'));
        for (HistoryEntry entry : behind(base.history(), image.history())) {
            text.append("history ")
                    .append(entry.emptyLayer() ? "- " : "+ ")
                    .append(entry.createdBy().replace("\\", "\\\\").replace("\n", "\\n"));
            if (!entry.comment().equals("buildkit.dockerfile.v0")
                    || !entry.author().isEmpty()) {
                text.append(" (")
                        .append(entry.comment())
                        .append(", ")
                        .append(entry.author())
                        .append(')');
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** The layers that {@code base} does not begin with. */
    static String layers(ImageArchive image, ImageConfig base) {
        StringBuilder text = new StringBuilder();
        int below = image.config().diffIds().size()
                - behind(base.diffIds(), image.config().diffIds()).size();
        for (List<LayerItem> layer :
                image.layers().subList(below, image.layers().size())) {
            text.append("layer\n");
            layer.stream()
                    .sorted(Comparator.comparing(LayerItem::path))
                    .forEach(item -> text.append("  ").append(item).append('\n'));
        }
        return text.toString();
    }

    private static <T> List<T> behind(List<T> beginning, List<T> all) {
        boolean begins = all.size() >= beginning.size()
                && all.subList(0, beginning.size()).equals(beginning);
        return begins ? all.subList(beginning.size(), all.size()) : all;
    }
}
