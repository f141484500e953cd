package dev.varve.engine.container;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.image.ContainerConfig;
import dev.varve.image.ImageConfig;
import dev.varve.image.Platform;
import dev.varve.plan.BaseImage;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.PlanException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Instructions that change the configuration of an image that no build makes, as {@code --change} gives them. */
public final class ConfigChanges {
    private static final Set<String> INSTRUCTIONS = Set.of(
            "CMD",
            "ENTRYPOINT",
            "ENV",
            "EXPOSE",
            "HEALTHCHECK",
            "LABEL",
            "ONBUILD",
            "STOPSIGNAL",
            "USER",
            "VOLUME",
            "WORKDIR");
    private static final String BASE = "container";

    private ConfigChanges() {}

    /**
     * The configuration after these instructions, which mean what they mean in a Dockerfile.
     *
     * @throws IOException where one cannot be made sense of, or has no place here
     */
    public static ContainerConfig apply(ContainerConfig config, Platform platform, List<String> changes)
            throws IOException {
        if (changes.isEmpty()) {
            return config;
        }
        for (String change : changes) {
            String keyword = change.strip().split("\\s", 2)[0];
            if (!INSTRUCTIONS.contains(keyword.toUpperCase(Locale.ROOT))) {
                throw new IOException("'" + keyword + "' cannot change an image's configuration; expected one of "
                        + String.join(", ", INSTRUCTIONS.stream().sorted().toList()));
            }
        }
        ImageConfig image = new ImageConfig(platform, Optional.empty(), "", config, List.of(), List.of());
        Dockerfile dockerfile = Dockerfile.parse("--change", "FROM " + BASE + "\n" + String.join("\n", changes) + "\n");
        try {
            ContainerConfig changed = BuildPlan.of(
                            dockerfile,
                            BuildOptions.defaults()
                                    .withPlatform(platform)
                                    .withBaseImages((name, wanted) -> new BaseImage(BASE, image)))
                    .target()
                    .image()
                    .config();
            return new ContainerConfig(
                    changed.user(),
                    changed.exposedPorts(),
                    changed.env(),
                    changed.entrypoint(),
                    changed.cmd(),
                    changed.volumes(),
                    changed.workingDir(),
                    changed.labels(),
                    changed.stopSignal(),
                    changed.healthcheck(),
                    false,
                    changed.onBuild(),
                    changed.shell());
        } catch (PlanException e) {
            throw new IOException(
                    "'" + changes.get(Math.max(0, Math.min(e.line() - 2, changes.size() - 1))) + "': " + e.getMessage(),
                    e);
        }
    }
}
