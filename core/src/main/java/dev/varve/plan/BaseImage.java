package dev.varve.plan;

import java.util.List;

/**
 * What a build takes over from the configuration of the image that a stage begins with
 * (OCI image specification, {@code config.md}).
 *
 * @param identity what stands for the image's content in cache keys: its digest where it is known, else its name
 * @param env {@code KEY=value} in the image's order
 * @param workingDir the working directory, empty for the root
 * @param user the user, empty for root
 * @param shell the shell of shell-form instructions, empty for the default
 * @param onBuild the triggers, each an instruction's text
 */
public record BaseImage(
        String identity, List<String> env, String workingDir, String user, List<String> shell, List<String> onBuild) {

    /** An image of which nothing but its name is known. */
    public static BaseImage named(String identity) {
        return new BaseImage(identity, List.of(), "", "", List.of(), List.of());
    }

    public BaseImage {
        env = List.copyOf(env);
        shell = List.copyOf(shell);
        onBuild = List.copyOf(onBuild);
    }
}
