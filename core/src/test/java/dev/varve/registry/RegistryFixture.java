package dev.varve.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.image.ImageReference;
import dev.varve.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store, and a client without credentials that waits but shortly. */
abstract class RegistryFixture {
    static final RetryPolicy IMPATIENT =
            new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(20), Duration.ofSeconds(20));

    @TempDir
    Path folder;

    Store store;
    Registry registry;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(folder.resolve("store"));
        registry = Registry.open(settings());
    }

    @AfterEach
    void close() throws IOException {
        registry.close();
        store.close();
    }

    RegistrySettings settings() {
        return RegistrySettings.fromEnvironment()
                .withEnvironment(Map.of("HOME", folder.toString(), "PATH", System.getenv("PATH")))
                .withCertificates(folder.resolve("certs.d"))
                .withRetry(IMPATIENT);
    }

    /** Gives up soon on servers that fall silent. */
    void hurry() {
        registry.close();
        registry = Registry.open(settings()
                .withRetry(new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(20), Duration.ofMillis(800))));
    }

    Pulled pull(ImageReference reference) throws IOException {
        return registry.pull(reference, TestImage.AMD64, store, Progress.NONE);
    }

    /** Everything in the store is what its name says, and nothing is half done. */
    void requireStoreIsSound() throws IOException {
        for (Path blob : files(store.home().resolve("blobs"))) {
            assertThat(TestImage.digest(Files.readAllBytes(blob)).hex())
                    .isEqualTo(blob.getFileName().toString());
        }
        Path temporary = store.home().resolve("tmp");
        assertThat(files(temporary)).allMatch(file -> temporary.equals(file.getParent()));
    }

    static List<Path> files(Path root) throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
