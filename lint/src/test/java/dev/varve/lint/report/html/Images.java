package dev.varve.lint.report.html;

import dev.varve.image.Digest;
import dev.varve.layer.waste.DiveScore;
import dev.varve.layer.waste.ImageLayers;
import dev.varve.layer.waste.WastedBytes;
import dev.varve.layer.waste.WastedFile;
import dev.varve.layer.waste.WastedFile.Cause;
import java.util.List;
import java.util.Optional;

/** Images to show. */
final class Images {
    private Images() {}

    /** A base and two layers of its own, which waste 1.5 MB of 10 MB; the base wastes 500 kB more. */
    static ImageLayers wasteful() {
        return of(
                "web",
                new WastedBytes(
                        10_000_000,
                        List.of(
                                new WastedFile("lib/twice", 500_000, Cause.DUPLICATED, 0, 0, Optional.of("lib/once")),
                                new WastedFile("app/cache", 1_000_000, Cause.DELETED, 1, 2, Optional.empty()),
                                new WastedFile("app/run", 500_000, Cause.DUPLICATED, 1, 2, Optional.of("app/run")))));
    }

    /** What would run, were it taken for anything but text. */
    static ImageLayers hostile() {
        return of(
                Pasts.HOSTILE,
                new WastedBytes(9, List.of(new WastedFile(Pasts.HOSTILE, 9, Cause.DELETED, 1, 2, Optional.empty()))));
    }

    private static ImageLayers of(String name, WastedBytes wasted) {
        return new ImageLayers(
                name,
                Digest.of("image"),
                Optional.of("node"),
                List.of(
                        new ImageLayers.Row(Digest.of("0"), "COPY rootfs /", 5_000_000, true),
                        new ImageLayers.Row(Digest.of("1"), "COPY . .", 4_000_000, false),
                        new ImageLayers.Row(Digest.of("2"), "RUN rm -r cache " + name, 1_000_000, false)),
                wasted,
                new DiveScore(0.8512, 2_500_000, 0.5));
    }
}
