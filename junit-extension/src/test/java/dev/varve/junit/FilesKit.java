package dev.varve.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs a class of tests with a place for the files that are published. Apart from {@link Kit}, since JUnit 5.12 has no such. */
final class FilesKit {
    private FilesKit() {}

    static void run(Class<?> tests, Path output) {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .outputDirectoryCreator(new OutputDirectoryCreator() {
                    @Override
                    public Path getRootDirectory() {
                        return output;
                    }

                    @Override
                    public Path createOutputDirectory(TestDescriptor test) {
                        return output;
                    }
                })
                .execute();
    }
}
