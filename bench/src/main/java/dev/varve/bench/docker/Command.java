package dev.varve.bench.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that is run as a process of its own, and must end well. */
record Command(List<String> start, Map<String, String> environment) {

    Command with(String... more) {
        List<String> all = new ArrayList<>(start);
        all.addAll(List.of(more));
        return new Command(all, environment);
    }

    void run(Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(start).directory(folder.toFile());
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", start) + " failed:\n" + output);
        }
    }
}
