package dev.varve.lint.report;

import dev.varve.layer.waste.ImageLayers;
import dev.varve.layer.waste.WastedFile;

/** Why a file is in an image in vain, in words. */
public final class WasteText {
    private static final int LONGEST = 60;

    private WasteText() {}

    /** Such as {@code added by COPY . ., deleted by RUN rm -r /src}. */
    public static String of(ImageLayers image, WastedFile file) {
        String added = "added by " + instruction(image, file.layer());
        if (!file.isHidden()) {
            return added + ", the same as /" + file.copy().orElse("");
        }
        String by = " by " + instruction(image, file.by());
        return added
                + switch (file.cause()) {
                    case OVERWRITTEN -> ", overwritten" + by;
                    case DELETED -> ", deleted" + by;
                    case DUPLICATED -> ", the same content written again" + by;
                };
    }

    private static String instruction(ImageLayers image, int layer) {
        String text = image.layers().get(layer).instruction();
        if (text.isEmpty()) {
            return "layer " + (layer + 1);
        }
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
