package dev.varve.engine.container;

import dev.varve.sandbox.SandboxException;
import dev.varve.store.ContainerFolder;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts containers that outlive this process: each has a {@link Supervisor} of its own. */
public final class Detachment {
    static final String STARTED = "started";
    static final String REFUSED = "refused ";

    private static final List<String> SMALL =
            List.of("-Xmx48m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

    private static final int MOST_ERRORS = 2000;

    private Detachment() {}

    /**
     * Starts a container.
     *
     * @param home the store's folder
     * @throws SandboxException where its program cannot be started
     */
    public static void start(Path home, ContainerFolder folder) throws IOException, InterruptedException {
        Path errors = folder.path().resolve("supervisor");
        // in a session of its own it hears nothing of the terminal's Ctrl-C and of its end
        List<String> command = new ArrayList<>(List.of("setsid", java()));
        command.addAll(SMALL);
        command.addAll(classes());
        command.addAll(List.of("-cp", classPath(), Supervisor.class.getName(), home.toString(), folder.id()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectInput(new File("/dev/null"))
                .redirectError(Redirect.to(errors.toFile()));
        Process supervisor = builder.start();
        try (BufferedReader answers = supervisor.inputReader(StandardCharsets.UTF_8)) {
            String answer = answers.readLine();
            if (answer == null) {
                throw new SandboxException("nobody sees to container " + folder.name() + ": " + head(errors));
            }
            if (answer.startsWith(REFUSED)) {
                throw refused(answer.substring(REFUSED.length()), answers);
            }
        }
    }

    private static SandboxException refused(String codeAndReason, BufferedReader more) {
        int space = codeAndReason.indexOf(' ');
        String reason = Stream.concat(Stream.of(codeAndReason.substring(space + 1)), more.lines())
                .collect(Collectors.joining("\n"));
        return new SandboxException(Integer.parseInt(codeAndReason.substring(0, space)), reason);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The archive of loaded classes that this JVM was started with, which makes another start fast too. */
    private static List<String> classes() {
        return Arrays.stream(ProcessHandle.current().info().arguments().orElse(new String[0]))
                .filter(argument -> argument.startsWith("-XX:SharedArchiveFile=") || argument.startsWith("-Xshare:"))
                .toList();
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String head(Path errors) throws IOException {
        String text = Files.readString(errors).strip();
        return text.isEmpty() ? "its process ended at once" : text.substring(0, Math.min(text.length(), MOST_ERRORS));
    }
}
