package dev.varve.lint.report.html;

import dev.varve.layer.Sizes;
import dev.varve.layer.waste.ImageLayers;
import dev.varve.layer.waste.WastedBytes;
import dev.varve.layer.waste.WastedFile;
import dev.varve.lint.report.WasteText;
import java.util.List;
import java.util.Locale;

/** The built image by the layer, and what it holds in vain. */
final class ImageSection {
    private static final int MOST = 50;
    private static final int LONGEST = 140;

    private ImageSection() {}

    static void write(ImageLayers image, Html html) {
        html.put("""
                <section id="image" aria-labelledby="image-title">
                <h2 id="image-title">The built image</h2>
                <p class="lead">{}</p>
                """, lead(image));
        tiles(image, html);
        layers(image, html);
        files(image, html);
        html.raw("</section>\n");
    }

    private static String lead(ImageLayers image) {
        String of = image.name() + ": " + Figures.count(image.layers().size(), "layer") + ", " + Sizes.of(image.bytes())
                + ". ";
        return of
                + image.base()
                        .map(base -> Figures.count(image.firstOwn()) + " of them "
                                + (image.firstOwn() == 1 ? "is" : "are") + " shared with its base " + base + ".")
                        .orElse("None of them is known to be a base’s; all count as its own.");
    }

    private static void tiles(ImageLayers image, Html html) {
        WastedBytes wasted = image.wasted();
        html.raw("<dl class=\"tiles\">\n");
        tile(
                html,
                "avoidable",
                Sizes.of(image.ownWaste()),
                "wasted by its own layers",
                Figures.percent(share(image.ownWaste(), wasted.total())) + " of the bytes of all files");
        tile(
                html,
                "",
                Sizes.of(wasted.bytes()),
                "wasted, with the base",
                Sizes.of(wasted.bytes(WastedFile.Cause.OVERWRITTEN)) + " overwritten, "
                        + Sizes.of(wasted.bytes(WastedFile.Cause.DELETED)) + " deleted, "
                        + Sizes.of(wasted.bytes(WastedFile.Cause.DUPLICATED)) + " duplicated");
        tile(
                html,
                "",
                Sizes.of(wasted.live()),
                "live",
                Figures.percent(share(wasted.live(), wasted.total())) + " of " + Sizes.of(wasted.total())
                        + ": each content that can be seen, once");
        tile(
                html,
                "",
                String.format(Locale.ROOT, "%.1f %%", image.dive().efficiency() * 100),
                "efficiency, as dive counts it",
                Sizes.of(image.dive().wastedBytes()) + " wasted there, the copies that are seen among them");
        html.raw("</dl>\n");
    }

    private static double share(long part, long whole) {
        return whole <= 0 ? 0 : (double) part / whole;
    }

    private static void tile(Html html, String kind, String figure, String what, String detail) {
        html.put("""
                <div class="tile {}"><dt>{}</dt><dd><strong>{}</strong><span>{}</span></dd></div>
                """, kind, what, figure, detail);
    }

    private static void layers(ImageLayers image, Html html) {
        html.raw("""
                <div class="scroll" tabindex="0" role="region" aria-label="Layers"><table class="layers"><caption>Layers, the lowest first</caption>\
                <thead><tr><th scope="col">Made by</th><th scope="col">Whose</th><th scope="col">Share</th>\
                <th scope="col" class="number">Size</th><th scope="col" class="number">Wasted</th></tr></thead><tbody>
                """);
        double largest = image.layers().stream()
                .mapToDouble(ImageLayers.Row::bytes)
                .max()
                .orElse(0);
        for (int i = 0; i < image.layers().size(); i++) {
            ImageLayers.Row layer = image.layers().get(i);
            long wasted = image.wasted().bytesIn(i);
            html.put(
                    """
                    <tr><th scope="row"><code>{}</code></th><td>{}</td><td><span class="track" aria-hidden="true">\
                    <i class="avoidable" style="--part:{}"></i><i class="needed" style="--part:{}"></i></span></td>\
                    <td class="number">{}</td><td class="number">{}</td></tr>
                    """,
                    layer.instruction().isEmpty() ? "(not told)" : Shown.line(layer.instruction(), LONGEST),
                    layer.shared() ? "base" : "own",
                    Figures.ratio((double) wasted, largest),
                    Figures.ratio((double) (layer.bytes() - wasted), largest),
                    Sizes.of(layer.bytes()),
                    wasted == 0 ? "–" : Sizes.of(wasted));
        }
        html.raw("""
                </tbody></table></div>
                <p class="legend" aria-hidden="true"><span><i class="avoidable"></i>wasted</span>\
                <span><i class="needed"></i>the rest</span></p>
                """);
    }

    private static void files(ImageLayers image, Html html) {
        List<WastedFile> own = image.wasted().files().stream()
                .filter(file -> file.by() >= image.firstOwn())
                .toList();
        if (own.isEmpty()) {
            html.raw("<p class=\"lead\">Its own layers waste nothing.</p>\n");
            return;
        }
        html.raw("""
                <div class="scroll" tabindex="0" role="region" aria-label="Wasted by its own layers"><table class="wasted">\
                <caption>Wasted by its own layers, by path</caption>\
                <thead><tr><th scope="col" class="number">Bytes</th><th scope="col">Path</th><th scope="col">How</th>\
                <th scope="col">By</th></tr></thead><tbody>
                """);
        for (WastedFile file : own.subList(0, Math.min(MOST, own.size()))) {
            html.put(
                    """
                    <tr><td class="number">{}</td><th scope="row"><code>/{}</code></th><td>{}</td><td>{}</td></tr>
                    """,
                    Sizes.of(file.bytes()),
                    file.path(),
                    file.cause().name().toLowerCase(Locale.ROOT),
                    WasteText.of(image, file));
        }
        html.raw("</tbody></table></div>\n");
        if (own.size() > MOST) {
            long rest = own.stream().skip(MOST).mapToLong(WastedFile::bytes).sum();
            html.put(
                    "<p class=\"lead\">And {} with {} together.</p>\n",
                    Figures.count(own.size() - MOST, "more path"),
                    Sizes.of(rest));
        }
    }
}
