package dev.varve.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A root file system of this machine's programs: a shell with its tools, and a node. */
final class MachinePrograms {
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");

    /** Says what web-ping says first, and waits; for machines that have no node. */
    private static final String STAND_IN = """
            #!/bin/sh
            [ "$1" = app.js ] && [ -f app.js ] || exit 1
            echo "Pinging: $TARGET; method: $METHOD"
            while :; do sleep 1; done
            """;

    private final Path root;

    /** @param root an empty folder */
    MachinePrograms(Path root) throws IOException, InterruptedException {
        this.root = root;
        Optional<Path> busybox = program("busybox");
        assumeTrue(busybox.isPresent(), "this machine has no busybox to put into an image");
        Path bin = Files.createDirectories(root.resolve("bin"));
        Files.createDirectories(root.resolve("tmp"));
        Files.copy(busybox.orElseThrow(), bin.resolve("busybox"));
        for (String applet : output("busybox", "--list").split("\n")) {
            if (!applet.equals("busybox")) {
                Files.createSymbolicLink(bin.resolve(applet), Path.of("busybox"));
            }
        }
        Path env = Files.createDirectories(root.resolve("usr/bin")).resolve("env");
        Files.createSymbolicLink(env, Path.of("/bin/busybox"));
    }

    /**
     * Adds the machine's node, or what stands in for it, and an npm that has nothing to do, as web-ping needs no package.
     *
     * @return which of both it is
     */
    String addNode() throws IOException, InterruptedException {
        script("npm", "#!/bin/sh\necho \"npm stands in: $*\"\n");
        Optional<Path> node = program("node");
        if (node.isEmpty()) {
            script("node", STAND_IN);
            return "a script, as this machine has no node";
        }
        Files.copy(node.get().toRealPath(), root.resolve("usr/bin/node"));
        Matcher library = LIBRARY.matcher(output("ldd", node.get().toString()));
        while (library.find()) {
            Path from = Path.of(library.group(1));
            Path to = root.resolve(from.toString().substring(1));
            Files.createDirectories(to.getParent());
            Files.copy(from.toRealPath(), to);
        }
        return "the machine's own " + node.get();
    }

    private void script(String name, String text) throws IOException {
        Path script = Files.writeString(root.resolve("usr/bin").resolve(name), text);
        script.toFile().setExecutable(true, false);
    }

    private static Optional<Path> program(String name) {
        return Stream.of("/usr/bin", "/bin", "/usr/local/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
        return output;
    }
}
