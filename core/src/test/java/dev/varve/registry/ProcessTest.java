package dev.varve.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.image.ImageReference;
import dev.varve.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a client is to the process that it runs in. */
class ProcessTest extends RegistryFixture {
    @Test
    void a_client_that_is_never_closed_does_not_keep_its_process() throws Exception {
        Store theirs = Store.open(folder.resolve("theirs"));
        try (FaultyRegistry server = FaultyRegistry.start(theirs.blobs())) {
            server.tag(
                    "1",
                    TestImage.in(theirs.blobs())
                            .gzipped(TestImage.archive("content"))
                            .manifest());
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Pulling.class.getName(),
                            server.host() + "/team/app:1",
                            folder.resolve("their-store").toString())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(output.strip()).isEqualTo("pulled");
        }
    }

    /** A program that leaves everything open at its end. */
    static final class Pulling {
        private Pulling() {}

        public static void main(String[] arguments) throws IOException {
            Registry.open(RegistrySettings.fromEnvironment())
                    .pull(
                            ImageReference.parse(arguments[0]),
                            TestImage.AMD64,
                            Store.open(Path.of(arguments[1])),
                            Progress.NONE);
            System.out.println("pulled");
        }
    }
}
