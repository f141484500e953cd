package dev.varve.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The files by which a sandbox's scripts tell what became of them. */
record StateFolder(Path path) {
    static StateFolder create(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path path = folder.toRealPath();
        StateFolder state = new StateFolder(path);
        // what was made to be mounted on is there still when the same upper folder is started from again
        for (String left : List.of("status", "errors", "ready", "entered", "go", "silence", "exit")) {
            Files.deleteIfExists(path.resolve(left));
        }
        Files.createDirectories(path.resolve("root"));
        Files.createFile(path.resolve("status"));
        Files.createFile(path.resolve("errors"));
        return state;
    }

    boolean exists() {
        return Files.exists(path.resolve("status"));
    }

    private List<String> status() throws IOException {
        return Files.readAllLines(path.resolve("status"));
    }

    /** The program, as soon as it is known which process it becomes. */
    Optional<HostProcess> process() throws IOException {
        return find("process");
    }

    /** Who writes down how a detached program came out. */
    Optional<HostProcess> supervisor() throws IOException {
        return find("supervisor");
    }

    void write(HostProcess process) throws IOException {
        Files.writeString(
                path.resolve("status"),
                "process " + process.pid() + " " + process.startTime() + "\nstarted\n",
                StandardOpenOption.APPEND);
    }

    private Optional<HostProcess> find(String kind) throws IOException {
        for (String line : status()) {
            String[] words = line.split(" ");
            if (words[0].equals(kind) && words.length == 3) {
                return Optional.of(new HostProcess(Long.parseLong(words[1]), Long.parseLong(words[2])));
            }
        }
        return Optional.empty();
    }

    /** What a detached program exited with. */
    Optional<Integer> exitCode() throws IOException {
        Path exit = path.resolve("exit");
        return Files.exists(exit)
                ? Optional.of(Integer.parseInt(Files.readString(exit).strip()))
                : Optional.empty();
    }

    /** Paths below the root that were made to be mounted on, without a leading slash. */
    Set<String> mountPoints() throws IOException {
        Path made = path.resolve("made");
        if (!Files.exists(made)) {
            return Set.of();
        }
        return new TreeSet<>(new String(Files.readAllBytes(made), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.substring(1))
                .toList());
    }

    boolean isStarted() throws IOException {
        return status().contains("started");
    }

    /** @throws SandboxException where the program was not executed */
    void requireStarted() throws IOException {
        int code = SandboxException.FAILED;
        for (String line : status()) {
            if (line.equals("started")) {
                return;
            }
            if (line.startsWith("refused ")) {
                code = Integer.parseInt(line.substring("refused ".length()));
            }
        }
        // the programs that fail write what their locale and their paths are made of
        String errors = new String(Files.readAllBytes(path.resolve("errors")), StandardCharsets.UTF_8).strip();
        String reason = errors.isEmpty() ? "it was ended before the program started" : errors;
        throw new SandboxException(code, code == SandboxException.FAILED ? "the sandbox failed: " + reason : reason);
    }
}
