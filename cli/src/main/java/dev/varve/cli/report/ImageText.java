package dev.varve.cli.report;

import dev.varve.cli.console.Colour;
import dev.varve.cli.format.HumanSize;
import dev.varve.layer.waste.ImageLayers;
import dev.varve.layer.waste.WastedBytes;
import dev.varve.layer.waste.WastedFile;
import dev.varve.layer.waste.WastedFile.Cause;
import dev.varve.lint.report.Characters;
import dev.varve.lint.report.WasteText;
import java.io.PrintWriter;
import java.util.List;

/** An image for people. */
final class ImageText {
    private static final int MOST = 10;
    private static final double ALL = 100;

    private ImageText() {}

    static void write(ImageLayers image, PrintWriter out, int width) {
        out.println();
        out.println(headline(image));
        out.println(Colour.faint("        size     wasted  layer"));
        int room = Math.max(20, width - 32);
        for (int i = 0; i < image.layers().size(); i++) {
            ImageLayers.Row layer = image.layers().get(i);
            long wasted = image.wasted().bytesIn(i);
            String text = layer.instruction().isEmpty() ? "layer " + (i + 1) : Characters.visible(layer.instruction());
            String cell = "%9s".formatted(wasted == 0 ? "" : HumanSize.of(wasted));
            out.println("  %10s  ".formatted(HumanSize.of(layer.bytes())) + (wasted == 0 ? cell : Colour.red(cell))
                    + "  " + (layer.shared() ? Colour.faint("base  ") : "own   ") + cut(text, room));
        }
        out.println(sums(image));
        List<WastedFile> own = ownFiles(image);
        own.stream()
                .limit(MOST)
                .forEach(file -> out.println("  %10s  ".formatted(HumanSize.of(file.bytes())) + "/"
                        + Characters.visible(file.path()) + ", " + WasteText.of(image, file)));
        if (own.size() > MOST) {
            out.println(Colour.faint("              and " + (own.size() - MOST) + " more; --format json has them all"));
        }
    }

    /** What its own layers waste, the largest first. */
    static List<WastedFile> ownFiles(ImageLayers image) {
        return image.wasted().files().stream()
                .filter(file -> file.by() >= image.firstOwn())
                .toList();
    }

    static String headline(ImageLayers image) {
        int own = image.layers().size() - image.firstOwn();
        return "Image " + image.name() + ": " + HumanSize.of(image.bytes()) + " in "
                + image.base()
                        .map(base -> layers(image.firstOwn()) + " shared with its base " + base + " and " + own
                                + " of its own")
                        .orElse(layers(own));
    }

    static String sums(ImageLayers image) {
        WastedBytes wasted = image.wasted();
        double share = wasted.total() == 0 ? 0 : ALL * wasted.bytes() / wasted.total();
        String own = image.firstOwn() == 0 ? "" : ", " + HumanSize.of(image.ownWaste()) + " of it by its own layers";
        return "Wasted: " + HumanSize.of(wasted.bytes()) + " of " + HumanSize.of(wasted.total()) + " ("
                + Numbers.decimal(share, 1) + " %)" + own + ": " + HumanSize.of(wasted.bytes(Cause.OVERWRITTEN))
                + " overwritten, " + HumanSize.of(wasted.bytes(Cause.DELETED)) + " deleted, "
                + HumanSize.of(wasted.bytes(Cause.DUPLICATED)) + " duplicated. dive would say: efficiency "
                + Numbers.decimal(image.dive().efficiency() * ALL, 1) + " %, "
                + HumanSize.of(image.dive().wastedBytes()) + " wasted.";
    }

    private static String layers(int count) {
        return count + (count == 1 ? " layer" : " layers");
    }

    private static String cut(String text, int room) {
        return text.length() > room ? text.substring(0, room - 1) + "…" : text;
    }
}
