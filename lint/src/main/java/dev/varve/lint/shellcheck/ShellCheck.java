package dev.varve.lint.shellcheck;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import dev.varve.lint.Finding;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program ShellCheck, of version 0.7 or newer. One process looks at the scripts of many Dockerfiles; what it says is mapped
 * back to their lines. Safe for use by several threads.
 */
public final class ShellCheck {
    private static final int SCRIPTS_AT_ONCE = 200;

    /** No RUN is a file that others read, and none has a file beside it to read (SC1090, SC1091); ash is no dash (SC2187). */
    private static final String EXCLUDED = "SC1090,SC1091,SC2187";

    private final String program;

    /** @param program its name or path */
    public ShellCheck(String program) {
        this.program = program;
    }

    /** The one on the {@code PATH} of an environment; empty where there is none. */
    public static Optional<ShellCheck> installed(Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "shellcheck"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(path -> new ShellCheck(path.toString()));
    }

    /**
     * What it finds in the RUNs of each file, files without findings left out.
     *
     * @throws IOException where it cannot be run, or answers what is not understood
     */
    public Map<Dockerfile, List<Finding>> check(List<Dockerfile> files) throws IOException, InterruptedException {
        Map<Dockerfile, List<Finding>> found = new HashMap<>();
        List<Snippet> snippets = files.stream().flatMap(Snippet::in).toList();
        for (int from = 0; from < snippets.size(); from += SCRIPTS_AT_ONCE) {
            List<Snippet> some = snippets.subList(from, Math.min(snippets.size(), from + SCRIPTS_AT_ONCE));
            run(some)
                    .forEach((file, findings) -> found.computeIfAbsent(file, key -> new ArrayList<>())
                            .addAll(findings));
        }
        return found;
    }

    private Map<Dockerfile, List<Finding>> run(List<Snippet> snippets) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("varve-shellcheck");
        try {
            List<String> command =
                    new ArrayList<>(List.of(program, "--format=json1", "--norc", "--exclude=" + EXCLUDED));
            for (int i = 0; i < snippets.size(); i++) {
                Files.writeString(folder.resolve(i + ".sh"), snippets.get(i).text());
                command.add(i + ".sh");
            }
            return read(answer(command, folder), snippets);
        } finally {
            delete(folder);
        }
    }

    private byte[] answer(List<String> command, Path folder) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(folder.resolve("errors").toFile())
                    .start();
        } catch (IOException e) {
            throw new IOException(program + ": cannot be run; --shellcheck off does without it", e);
        }
        process.getOutputStream().close();
        byte[] answer = process.getInputStream().readAllBytes();
        int code = process.waitFor();
        // 1 is what it says where it finds something
        if (code > 1) {
            throw new IOException(program + ": ended with code " + code + ": "
                    + Files.readString(folder.resolve("errors")).strip() + "; --shellcheck off does without it");
        }
        return answer;
    }

    private Map<Dockerfile, List<Finding>> read(byte[] answer, List<Snippet> snippets) throws IOException {
        Map<Dockerfile, List<Finding>> found = new HashMap<>();
        try {
            for (JsonObject comment : JsonObject.parse(answer).objects("comments")) {
                String file = comment.text("file");
                Snippet snippet = snippets.get(Integer.parseInt(file.substring(0, file.indexOf('.'))));
                new Comment(comment)
                        .in(snippet)
                        .ifPresent(finding -> found.computeIfAbsent(snippet.file(), key -> new ArrayList<>())
                                .add(finding));
            }
            return found;
        } catch (JsonException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new IOException(program + ": its answer is not understood: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
