package dev.varve.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files of container-structure-test within JUnit. */
@BusyboxTest
@EnabledIfEngineCan(Ability.RUN)
@UseImage("busybox")
class StructureTestsTest {
    @TestFactory
    Stream<DynamicNode> a_file_of_tests(Image image) {
        return StructureTests.in("src/test/resources/structure").against(image);
    }

    @ImageTest
    @UseImage("busybox")
    static class Failing {
        @TempDir
        static Path folder;

        @TestFactory
        Stream<DynamicNode> structure(Image image) throws IOException {
            Path file = folder.resolve("tests.yaml");
            Files.writeString(file, """
                    schemaVersion: 2.0.0
                    fileExistenceTests:
                      - name: a shell
                        path: /bin/sh
                        shouldExist: true
                      - name: node
                        path: /usr/bin/node
                        shouldExist: true
                    """);
            return StructureTests.files(file).against(image);
        }
    }

    @Test
    void a_test_that_fails_is_told_with_its_file_and_line() {
        Kit run = Kit.run(Failing.class);

        assertThat(run.succeeded()).isEqualTo(1);
        assertThat(run.failure()).contains("tests.yaml:6\n").contains("/usr/bin/node");
    }

    @ImageTest
    @UseImage("busybox")
    static class Nowhere {
        @TestFactory
        Stream<DynamicNode> structure(Image image) {
            return StructureTests.in("src/test/nowhere").against(image);
        }
    }

    @Test
    void a_folder_that_is_not_there_fails() {
        assertThat(Kit.run(Nowhere.class).failure()).contains("src/test/nowhere");
    }
}
