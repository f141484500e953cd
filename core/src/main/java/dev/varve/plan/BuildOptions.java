package dev.varve.plan;

import dev.varve.image.Platform;
import java.util.Map;
import java.util.Optional;

/**
 * What a build is given besides the Dockerfile and the files.
 *
 * @param buildArgs {@code --build-arg}
 * @param target {@code --target}: the stage to build; the last one where empty
 * @param platform what the image is for
 * @param buildPlatform what the build runs on
 * @param contexts {@code --build-context}: each name's meaning, {@link Source.Context} or {@link Source.Image}
 * @param baseImages where the plan learns about images
 */
public record BuildOptions(
        Map<String, String> buildArgs,
        Optional<String> target,
        Platform platform,
        Platform buildPlatform,
        Map<String, Source> contexts,
        BaseImages baseImages) {

    public BuildOptions {
        buildArgs = Map.copyOf(buildArgs);
        contexts = Map.copyOf(contexts);
    }

    /** No arguments, the last stage, for this machine. */
    public static BuildOptions defaults() {
        return new BuildOptions(
                Map.of(), Optional.empty(), Platform.host(), Platform.host(), Map.of(), BaseImages.BY_NAME);
    }

    public BuildOptions withBuildArgs(Map<String, String> arguments) {
        return new BuildOptions(arguments, target, platform, buildPlatform, contexts, baseImages);
    }

    public BuildOptions withTarget(String stage) {
        return new BuildOptions(buildArgs, Optional.of(stage), platform, buildPlatform, contexts, baseImages);
    }

    public BuildOptions withPlatform(Platform wanted) {
        return new BuildOptions(buildArgs, target, wanted, buildPlatform, contexts, baseImages);
    }

    public BuildOptions withContexts(Map<String, Source> named) {
        return new BuildOptions(buildArgs, target, platform, buildPlatform, named, baseImages);
    }

    public BuildOptions withBaseImages(BaseImages images) {
        return new BuildOptions(buildArgs, target, platform, buildPlatform, contexts, images);
    }
}
