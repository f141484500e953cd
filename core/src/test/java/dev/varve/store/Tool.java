package dev.varve.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Another program that reads and writes images. */
public final class Tool {
    private final List<String> command;

    private Tool(List<String> command) {
        this.command = command;
    }

    /** Leaves the test out, with the reason, where the program is not there or does not work here. */
    public static Tool skopeo() throws IOException, InterruptedException {
        return usable(new Tool(List.of("skopeo", "--insecure-policy")), "--version");
    }

    /** Leaves the test out, with the reason, where the program is not there or does not work here. */
    public static Tool buildah() throws IOException, InterruptedException {
        return usable(new Tool(List.of("buildah", "--storage-driver", "vfs")), "--version");
    }

    /** Leaves the test out, with the reason, where the program is not there or does not work here. */
    public static Tool docker() throws IOException, InterruptedException {
        String prefix = System.getenv("VARVE_TEST_DOCKER");
        return usable(new Tool(List.of((prefix == null ? "docker" : prefix).split(" "))), "version");
    }

    private static Tool usable(Tool tool, String probe) throws IOException, InterruptedException {
        String whyNot = "";
        try {
            Process process = tool.start(List.of(probe));
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            whyNot = process.waitFor() == 0 ? "" : output.strip();
        } catch (IOException e) {
            whyNot = String.valueOf(e.getMessage());
        }
        if (!whyNot.isEmpty()) {
            System.out.println("left out, " + tool.command.get(0) + " cannot be used: " + whyNot);
        }
        assumeTrue(whyNot.isEmpty(), () -> tool.command.get(0) + " cannot be used");
        return tool;
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(arguments);
        return new ProcessBuilder(all).redirectErrorStream(true).start();
    }

    /** Runs it; what it printed. */
    public String run(Object... arguments) throws IOException, InterruptedException {
        Process process =
                start(java.util.Arrays.stream(arguments).map(Object::toString).toList());
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s %s: %s", command, List.of(arguments), output)
                .isZero();
        return output.strip();
    }
}
