package dev.varve.junit;

import dev.varve.structure.StructureCase;
import dev.varve.structure.StructureCases;
import dev.varve.structure.StructureResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Files of container-structure-test as dynamic tests, each with its file and line:
 *
 * <pre>
 * &#64;TestFactory
 * Stream&lt;DynamicNode&gt; structure(Image image) {
 *   return StructureTests.in("src/test/structure").against(image);
 * }
 * </pre>
 */
public final class StructureTests {
    private final dev.varve.structure.StructureTests tests;

    private StructureTests(dev.varve.structure.StructureTests tests) {
        this.tests = tests;
    }

    /**
     * All files of a folder and those below whose names end in {@code .yaml}, {@code .yml} or {@code .json}.
     *
     * @throws VarveException where there is no such folder, or no such file in it
     */
    public static StructureTests in(String folder) {
        return in(Path.of(folder));
    }

    /** The same. */
    public static StructureTests in(Path folder) {
        return new StructureTests(Unchecked.get(() -> dev.varve.structure.StructureTests.in(folder)));
    }

    /** These files; what is wrong with one of them is a test that fails. */
    public static StructureTests files(Path... files) {
        return new StructureTests(dev.varve.structure.StructureTests.read(files));
    }

    /** A container of tests for each file. They may run at a time; what they need is closed with the test that made them. */
    public Stream<DynamicNode> against(Image image) {
        StructureCases cases = tests.against(image.scope().session().engine(), image.engineImage());
        image.scope().add(cases);
        Map<Path, List<StructureCase>> files = cases.list().stream()
                .collect(Collectors.groupingBy(
                        one -> one.test().place().file(), LinkedHashMap::new, Collectors.toList()));
        return files.entrySet().stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.getKey().toString(),
                        file.getKey().toUri(),
                        file.getValue().stream().map(StructureTests::test)));
    }

    private static DynamicTest test(StructureCase one) {
        return DynamicTest.dynamicTest(one.displayName(), one.source(), () -> {
            StructureResult result = one.execute();
            if (!result.passed()) {
                Assertions.fail(message(result));
            }
        });
    }

    private static String message(StructureResult result) {
        StringBuilder message = new StringBuilder(result.test().place().toString());
        result.failures().forEach(failure -> message.append('\n').append(failure));
        if (!result.stdout().isEmpty()) {
            message.append("\nit printed\n").append(Texts.indented(result.stdout()));
        }
        if (!result.stderr().isEmpty()) {
            message.append("\nit printed on standard error\n").append(Texts.indented(result.stderr()));
        }
        return message.toString();
    }
}
