package dev.varve.junit;

import dev.varve.engine.Container;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of a container as its machine sees them, so that the image needs no {@code ps}. */
final class ContainerProcesses {
    private ContainerProcesses() {}

    static List<String> of(Container container) throws IOException {
        Optional<ProcessHandle> first = container.state().process().flatMap(process -> ProcessHandle.of(process.pid()));
        List<String> lines = new ArrayList<>();
        if (first.isPresent()) {
            for (ProcessHandle process :
                    Stream.concat(first.stream(), first.get().descendants()).toList()) {
                commandLine(process).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private static Optional<String> commandLine(ProcessHandle process) {
        try {
            byte[] words = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            String line =
                    new String(words, StandardCharsets.UTF_8).replace('\0', ' ').strip();
            return line.isEmpty() ? Optional.empty() : Optional.of(line);
        } catch (IOException e) {
            // it has ended since
            return Optional.empty();
        }
    }
}
