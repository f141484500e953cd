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
 * @param platformGiven whether that was asked for ({@code --platform}); else the image is for what its base is for
 * @param buildPlatform what the build runs on
 * @param contexts {@code --build-context}: each name's meaning, {@link Source.Context} or {@link Source.Image}
 * @param labels {@code --label}: what the image is labelled with on top of its own labels
 * @param baseImages where the plan learns about images
 */
public record BuildOptions(
        Map<String, String> buildArgs,
        Optional<String> target,
        Platform platform,
        boolean platformGiven,
        Platform buildPlatform,
        Map<String, Source> contexts,
        Map<String, String> labels,
        BaseImages baseImages) {

    public BuildOptions {
        buildArgs = Map.copyOf(buildArgs);
        contexts = Map.copyOf(contexts);
        labels = Map.copyOf(labels);
    }

    /** No arguments, the last stage, for this machine. */
    public static BuildOptions defaults() {
        Platform host = Platform.host();
        return new BuildOptions(Map.of(), Optional.empty(), host, false, host, Map.of(), Map.of(), BaseImages.BY_NAME);
    }

    public BuildOptions withBuildArgs(Map<String, String> arguments) {
        return new BuildOptions(
                arguments, target, platform, platformGiven, buildPlatform, contexts, labels, baseImages);
    }

    public BuildOptions withTarget(String stage) {
        return new BuildOptions(
                buildArgs, Optional.of(stage), platform, platformGiven, buildPlatform, contexts, labels, baseImages);
    }

    public BuildOptions withPlatform(Platform wanted) {
        return new BuildOptions(buildArgs, target, wanted, true, buildPlatform, contexts, labels, baseImages);
    }

    public BuildOptions withContexts(Map<String, Source> named) {
        return new BuildOptions(buildArgs, target, platform, platformGiven, buildPlatform, named, labels, baseImages);
    }

    public BuildOptions withLabels(Map<String, String> wanted) {
        return new BuildOptions(
                buildArgs, target, platform, platformGiven, buildPlatform, contexts, wanted, baseImages);
    }

    public BuildOptions withBaseImages(BaseImages images) {
        return new BuildOptions(buildArgs, target, platform, platformGiven, buildPlatform, contexts, labels, images);
    }
}
