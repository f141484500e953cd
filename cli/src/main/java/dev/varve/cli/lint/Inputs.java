package dev.varve.cli.lint;

import dev.varve.cli.console.Console;
import dev.varve.cli.console.Unreadable;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.lint.search.DockerfileSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The Dockerfiles that the command line names.
 *
 * @param isComplete whether everything was there and could be looked at
 */
record Inputs(List<Input> files, boolean isComplete) {

    /** Tells what is not there, and goes on with the rest. */
    static Inputs of(List<String> paths, Linting linting, Console console) throws IOException {
        List<Input> files = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String name : paths) {
            try {
                if (name.equals("-")) {
                    files.add(Input.of(Dockerfile.parse("<stdin>", console.in())));
                } else {
                    addAll(Path.of(name), linting, files, problems);
                }
            } catch (IOException | InvalidPathException e) {
                problems.add(Unreadable.because(name, e));
            }
        }
        problems.forEach(problem -> console.err().println("varve: " + problem));
        return new Inputs(files, problems.isEmpty());
    }

    private static void addAll(Path path, Linting linting, List<Input> files, List<String> problems)
            throws IOException {
        if (Files.isDirectory(path)) {
            DockerfileSearch search = new DockerfileSearch(linting.exclusion(path));
            Path shown = path.normalize();
            search.below(shown.toString().isEmpty() ? Path.of("") : shown).forEach(file -> files.add(Input.of(file)));
            problems.addAll(search.problems());
        } else if (Files.exists(path)) {
            files.add(Input.of(path));
        } else {
            throw new NoSuchFileException(path.toString());
        }
    }
}
