package dev.varve.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A root file system of this machine's own programs. A test that needs one which is missing is skipped, and says so. */
final class MachineRoot {
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");
    private static final List<String> PATH = List.of("/usr/bin", "/bin", "/usr/local/bin");

    private final Path root;

    private MachineRoot(Path root) {
        this.root = root;
    }

    /** A shell and its tools. */
    static MachineRoot withShell(Path root) throws IOException, InterruptedException {
        MachineRoot machine = new MachineRoot(root);
        Path bin = Files.createDirectories(root.resolve("bin"));
        Files.copy(program("busybox"), bin.resolve("busybox"));
        for (String applet : output("busybox", "--list").lines().toList()) {
            if (!applet.equals("busybox")) {
                Files.createSymbolicLink(bin.resolve(applet), Path.of("busybox"));
            }
        }
        for (String folder : List.of("etc", "root", "tmp", "usr/bin")) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.writeString(root.resolve("etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
        Files.writeString(root.resolve("etc/group"), "root:x:0:\n");
        Files.createSymbolicLink(root.resolve("usr/bin/env"), Path.of("/bin/busybox"));
        return machine;
    }

    /** Node with the libraries that it needs, and npm. */
    MachineRoot withNode() throws IOException, InterruptedException {
        Path node = program("node").toRealPath();
        Files.copy(node, root.resolve("usr/bin/node"));
        Matcher library = LIBRARY.matcher(output("ldd", node.toString()));
        while (library.find()) {
            Path from = Path.of(library.group(1));
            Path to = root.resolve(from.toString().substring(1));
            Files.createDirectories(to.getParent());
            Files.copy(from.toRealPath(), to);
        }
        // it is bin/npm-cli.js of its folder
        Path npm = program("npm").toRealPath().resolve("../..").normalize();
        assumeTrue(
                Files.isDirectory(npm.resolve("node_modules")),
                "npm of this machine is spread over it, and cannot be put into an image");
        copy(npm, root.resolve("usr/lib/node_modules/npm"));
        Files.createSymbolicLink(root.resolve("usr/bin/npm"), Path.of("../lib/node_modules/npm/bin/npm-cli.js"));
        return this;
    }

    /** All of it in one archive. */
    Path archive(Path file) throws IOException, InterruptedException {
        output("tar", "--create", "--file=" + file, "--owner=0", "--group=0", "--directory=" + root, ".");
        return file;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), java.nio.file.LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Path program(String name) {
        Optional<Path> found = PATH.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "this machine has no " + name + " to put into an image");
        return found.orElseThrow();
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
        return output;
    }
}
