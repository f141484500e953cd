package dev.varve.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    private Path folder;

    @Test
    void a_new_store_is_an_empty_image_layout() throws IOException {
        Path home = folder.resolve("not/there/yet");
        Store store = Store.open(home);

        assertThat(store.home()).isEqualTo(home);
        assertThat(home.resolve("oci-layout")).hasContent("{\"imageLayoutVersion\":\"1.0.0\"}");
        assertThat(home.resolve("index.json"))
                .hasContent("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\","
                        + "\"manifests\":[]}");
        assertThat(store.images().list()).isEmpty();
        assertThat(store.check()).isEmpty();
    }

    @Test
    void a_folder_of_something_else_is_not_taken_over() throws IOException {
        Files.writeString(folder.resolve("thesis.odt"), "precious");

        assertThatThrownBy(() -> Store.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessage(folder + " is no store: it holds 'thesis.odt' and no oci-layout;"
                        + " set VARVE_HOME to an empty folder or one that is not there");
    }

    @Test
    void looking_around_writes_nothing() throws IOException {
        Store.open(folder).close();
        List<Path> before = files();
        Store store = Store.open(folder);
        store.images().find("web-ping");
        store.cache().list("00".repeat(32));
        store.snapshots().find(Fixture.digest(new byte[] {1}));
        store.containers().find("ch03lab");

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void closing_leaves_no_temporary_folder() throws IOException {
        Store store = Store.open(folder);
        store.blobs().write(new byte[] {1});
        assertThat(folder.resolve("tmp")).isDirectoryContaining(Files::isDirectory);
        store.close();

        assertThat(folder.resolve("tmp")).isDirectoryNotContaining(path -> !path.endsWith("making"));
    }

    @Test
    void what_a_dead_process_left_is_removed_by_the_next_that_writes_and_what_a_living_one_writes_is_not()
            throws IOException {
        Store living = Store.open(folder);
        BlobWriter writing = living.blobs().create();
        writing.write(1);
        Path left = Files.createDirectories(folder.resolve("tmp/dead/1/fs"));
        Files.createFile(folder.resolve("tmp/dead.lock"));
        Files.createFile(folder.resolve("tmp/without-folder.lock"));
        Files.writeString(left.resolve("file"), "half");

        Store.open(folder).blobs().write(new byte[] {2});

        assertThat(folder.resolve("tmp/dead")).doesNotExist();
        assertThat(folder.resolve("tmp/dead.lock")).doesNotExist();
        assertThat(folder.resolve("tmp/without-folder.lock")).doesNotExist();
        writing.commit();
        assertThat(living.blobs().contains(Fixture.digest(new byte[] {1}))).isTrue();
    }

    @Test
    void home_is_where_the_environment_says() {
        Path user = Path.of("/home/user");

        assertThat(Store.defaultHome(Map.of(), user)).isEqualTo(Path.of("/home/user/.local/share/varve"));
        assertThat(Store.defaultHome(Map.of("XDG_DATA_HOME", "/data"), user)).isEqualTo(Path.of("/data/varve"));
        assertThat(Store.defaultHome(Map.of("XDG_DATA_HOME", "data", "VARVE_HOME", ""), user))
                .isEqualTo(Path.of("/home/user/.local/share/varve"));
        assertThat(Store.defaultHome(Map.of("XDG_DATA_HOME", "/data", "VARVE_HOME", "here"), user))
                .isEqualTo(Path.of("here"));
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (var all = Files.walk(folder)) {
            all.forEach(files::add);
        }
        return files;
    }
}
