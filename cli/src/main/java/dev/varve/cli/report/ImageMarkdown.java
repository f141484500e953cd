package dev.varve.cli.report;

import dev.varve.cli.format.HumanSize;
import dev.varve.layer.waste.ImageLayers;
import dev.varve.layer.waste.WastedFile;
import dev.varve.lint.report.WasteText;
import java.io.PrintWriter;
import java.util.List;

/** An image for a comment on a pull request. */
final class ImageMarkdown {
    private static final int MOST = 10;

    private ImageMarkdown() {}

    static void write(ImageLayers image, PrintWriter out) {
        out.println();
        out.println("#### " + Markdown.escaped(ImageText.headline(image)));
        out.println();
        out.println("| layer | whose | size | wasted |");
        out.println("|---|---|---:|---:|");
        for (int i = 0; i < image.layers().size(); i++) {
            ImageLayers.Row layer = image.layers().get(i);
            long wasted = image.wasted().bytesIn(i);
            String text = layer.instruction().isEmpty() ? "layer " + (i + 1) : Markdown.code(layer.instruction());
            out.println("| " + text + " | " + (layer.shared() ? "base" : "own") + " | " + HumanSize.of(layer.bytes())
                    + " | " + (wasted == 0 ? "" : HumanSize.of(wasted)) + " |");
        }
        out.println();
        out.println(Markdown.escaped(ImageText.sums(image)));
        List<WastedFile> own = ImageText.ownFiles(image);
        if (own.isEmpty()) {
            return;
        }
        out.println();
        out.println("| wasted | path | how |");
        out.println("|---:|---|---|");
        own.stream()
                .limit(MOST)
                .forEach(
                        file -> out.println("| " + HumanSize.of(file.bytes()) + " | " + Markdown.code("/" + file.path())
                                + " | " + Markdown.escaped(WasteText.of(image, file)) + " |"));
        if (own.size() > MOST) {
            out.println("\n" + (own.size() - MOST) + " more paths are in the JSON.");
        }
    }
}
