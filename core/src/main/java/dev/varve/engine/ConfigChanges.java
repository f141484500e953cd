package dev.varve.engine;

import dev.varve.dockerfile.Diagnostic;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.image.ContainerConfig;
import dev.varve.image.ImageConfig;
import dev.varve.image.Platform;
import dev.varve.plan.BaseImage;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.PlanException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code --change}: instructions that change an image's configuration, outside a build. */
final class ConfigChanges {
    private static final Set<String> ALLOWED = Set.of(
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

    private ConfigChanges() {}

    /**
     * The configuration with the changes.
     *
     * @throws EngineException where one of them is no such instruction
     */
    static ContainerConfig apply(ContainerConfig config, Platform platform, List<String> changes)
            throws EngineException {
        if (changes.isEmpty()) {
            return config;
        }
        String text = "FROM image\n" + String.join("\n", changes) + "\n";
        Dockerfile dockerfile = Dockerfile.parse("--change", text.getBytes(StandardCharsets.UTF_8));
        Optional<Diagnostic> error = dockerfile.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .findFirst();
        if (error.isPresent()) {
            throw new EngineException("--change: " + error.get().message());
        }
        for (Instruction instruction : dockerfile.stages().get(0).instructions()) {
            if (!ALLOWED.contains(instruction.name().toUpperCase(Locale.ROOT))) {
                throw new EngineException(
                        "--change: " + instruction.name() + " does not change the configuration alone; there are "
                                + String.join(", ", ALLOWED.stream().sorted().toList()));
            }
        }
        ImageConfig before = new ImageConfig(platform, Optional.empty(), "", config, List.of(), List.of());
        BuildOptions options = BuildOptions.defaults()
                .withPlatform(platform)
                .withBaseImages((reference, wanted) -> new BaseImage("image", before));
        try {
            return BuildPlan.of(dockerfile, options).stages().get(0).image().config();
        } catch (PlanException e) {
            throw new EngineException("--change: " + e.getMessage(), e);
        }
    }
}
