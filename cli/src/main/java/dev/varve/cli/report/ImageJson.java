package dev.varve.cli.report;

import dev.varve.json.JsonObject;
import dev.varve.layer.waste.ImageLayers;
import dev.varve.layer.waste.WastedBytes;
import dev.varve.layer.waste.WastedFile;
import dev.varve.layer.waste.WastedFile.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An image for programs. */
final class ImageJson {
    private ImageJson() {}

    static JsonObject document(ImageLayers image) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("name", image.name());
        document.put("id", image.id().toString());
        document.put("base", image.base().orElse(null));
        document.put("bytes", image.bytes());
        document.put("layers", layers(image));
        document.put("wasted", wasted(image));
        document.put("dive", dive(image));
        return JsonObject.of(document);
    }

    private static List<Object> layers(ImageLayers image) {
        List<Object> layers = new ArrayList<>();
        for (int i = 0; i < image.layers().size(); i++) {
            ImageLayers.Row layer = image.layers().get(i);
            layers.add(JsonObject.EMPTY
                    .with("diffId", layer.diffId().toString())
                    .with("instruction", layer.instruction())
                    .with("bytes", layer.bytes())
                    .with("wasted", image.wasted().bytesIn(i))
                    .with("shared", layer.shared()));
        }
        return layers;
    }

    private static JsonObject wasted(ImageLayers image) {
        WastedBytes wasted = image.wasted();
        return JsonObject.EMPTY
                .with("total", wasted.total())
                .with("live", wasted.live())
                .with("bytes", wasted.bytes())
                .with("own", image.ownWaste())
                .with("overwritten", wasted.bytes(Cause.OVERWRITTEN))
                .with("deleted", wasted.bytes(Cause.DELETED))
                .with("duplicated", wasted.bytes(Cause.DUPLICATED))
                .with(
                        "files",
                        wasted.files().stream().<Object>map(ImageJson::file).toList());
    }

    private static JsonObject file(WastedFile file) {
        JsonObject document = JsonObject.EMPTY
                .with("path", "/" + file.path())
                .with("bytes", file.bytes())
                .with("cause", file.cause().name().toLowerCase(Locale.ROOT))
                .with("layer", (long) file.layer())
                .with("by", (long) file.by());
        return file.copy().map(copy -> document.with("copy", "/" + copy)).orElse(document);
    }

    private static JsonObject dive(ImageLayers image) {
        double percent = image.dive().userWastedPercent();
        JsonObject dive = JsonObject.EMPTY
                .with("efficiency", Numbers.decimal(image.dive().efficiency(), 6))
                .with("wastedBytes", image.dive().wastedBytes());
        return Double.isFinite(percent) ? dive.with("userWastedPercent", Numbers.decimal(percent, 6)) : dive;
    }
}
