package dev.varve.junit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a class of tests in a Java process of its own, and prints what became of it. */
public final class ChildRun {
    private final ProcessBuilder builder;
    private final Path output;

    private ChildRun(ProcessBuilder builder, Path output) {
        this.builder = builder;
        this.output = output;
    }

    static ChildRun of(Class<?> tests, Path folder) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString()));
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path", ""),
                ChildRun.class.getName(),
                tests.getName()));
        Path output = folder.resolve("output.txt");
        return new ChildRun(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()), output);
    }

    ChildRun with(String variable, String value) {
        builder.environment().put(variable, value);
        return this;
    }

    Process start() throws IOException {
        return builder.start();
    }

    /** What it has printed so far. */
    String printed() throws IOException {
        return Files.exists(output) ? Files.readString(output, StandardCharsets.UTF_8) : "";
    }

    /** What it prints until it ends. */
    String output() throws IOException, InterruptedException {
        start().waitFor();
        return printed();
    }

    public static void main(String[] arguments) throws ClassNotFoundException {
        Kit run = Kit.run(Class.forName(arguments[0]));
        System.out.println("succeeded " + run.succeeded());
        run.skipped().forEach(reason -> System.out.println("skipped " + reason));
        run.failures().forEach(failure -> System.out.println("failed " + failure.getMessage()));
        System.out.flush();
    }
}
