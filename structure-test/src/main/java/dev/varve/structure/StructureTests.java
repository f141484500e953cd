package dev.varve.structure;

import dev.varve.engine.Engine;
import dev.varve.engine.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files of container-structure-test: {@code StructureTests.in(folder).against(engine, image).execute()}. What is wrong with a
 * file is a test that fails, so that it stops no other.
 *
 * @param files in the order in which they are run
 */
public record StructureTests(List<StructureFile> files) {
    private static final int DEEPEST = 20;

    /** Tests of copied files. */
    public StructureTests {
        files = List.copyOf(files);
    }

    /**
     * All files of a folder and those below whose names end in {@code .yaml}, {@code .yml} or {@code .json}, by path.
     *
     * @throws IOException where there is no such folder, or no such file in it
     */
    public static StructureTests in(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder, DEEPEST)) {
            List<Path> files = found.filter(Files::isRegularFile)
                    .filter(ConfigFile::isNamedLikeOne)
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new NoSuchFileException(folder.toString(), null, "has no .yaml, .yml or .json file of tests");
            }
            return read(files);
        }
    }

    /** These files. */
    public static StructureTests read(Path... files) {
        return read(List.of(files));
    }

    /** These files. */
    public static StructureTests read(List<Path> files) {
        List<StructureFile> read = new ArrayList<>();
        for (Path file : files) {
            read.add(ConfigFile.read(file));
        }
        return new StructureTests(read);
    }

    /** All tests of all files. */
    public List<StructureTest> tests() {
        return files.stream().flatMap(file -> file.tests().stream()).toList();
    }

    /** The tests for an image, to be run one by one and then closed. Where there is none at all, there is one that fails. */
    public StructureCases against(Engine engine, Image image) {
        List<StructureFile> run = tests().isEmpty() ? List.of(withoutTests()) : files;
        return new StructureCases(new ImageUnderTest(engine, image), run);
    }

    /** Runs all tests for an image, one after the other. Where there is none at all, there is one that fails. */
    public List<StructureResult> run(Engine engine, Image image) throws IOException, InterruptedException {
        try (StructureCases cases = against(engine, image)) {
            return cases.execute();
        }
    }

    private StructureFile withoutTests() {
        Path first = files.isEmpty() ? Path.of("") : files.get(0).file();
        return StructureFile.invalid(new Place(first, 1), "there are no tests to run");
    }
}
