package dev.varve.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Another tool that pulls and pushes. A test that needs it where there is none is skipped, and says so. */
final class Skopeo {
    private Skopeo() {}

    /** Copies what skopeo calls {@code from} to what it calls {@code to}, with further flags. */
    static void copy(String from, String to, String... flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("copy", "--src-tls-verify=false", "--dest-tls-verify=false"));
        command.addAll(List.of(flags));
        command.addAll(List.of(from, to));
        run(command);
    }

    static String inspect(String what) throws IOException, InterruptedException {
        return run(List.of("inspect", "--tls-verify=false", what));
    }

    private static String run(List<String> arguments) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                RegistryServer.isInstalled("skopeo"), "skopeo is not installed: nothing to compare with");
        List<String> command = new ArrayList<>(List.of("skopeo", "--insecure-policy"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + output);
        }
        return output;
    }

    /** How skopeo calls an image of an OCI layout. */
    static String layout(Path folder, String name) {
        return "oci:" + folder + ":" + name;
    }
}
