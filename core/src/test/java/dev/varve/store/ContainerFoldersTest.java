package dev.varve.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.image.Digest;
import dev.varve.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerFoldersTest {
    private static final Digest MANIFEST = Fixture.digest(new byte[] {1});
    private static final Digest LAYER = Fixture.digest(new byte[] {2});

    @TempDir
    private Path home;

    private ContainerFolders containers;

    @BeforeEach
    void open() throws IOException {
        containers =
                Store.open(home, FolderRemoval::removeTree, () -> Fixture.MADE).containers();
    }

    private ContainerFolder create(String name) throws IOException {
        return containers.create(Optional.of(name), Optional.of(MANIFEST), List.of(LAYER));
    }

    @Test
    void a_container_has_a_folder_with_room_for_an_overlay() throws IOException {
        ContainerFolder container = create("ch03lab");

        assertThat(container.id()).matches("[0-9a-f]{64}");
        assertThat(container.path()).isEqualTo(home.resolve("containers").resolve(container.id()));
        assertThat(container.upper()).isEmptyDirectory();
        assertThat(container.work()).isEmptyDirectory();
        assertThat(container.log()).doesNotExist();
        assertThat(container.identity())
                .isEqualTo(new ContainerIdentity(
                        container.id(), "ch03lab", Fixture.MADE, Optional.of(MANIFEST), List.of(LAYER)));
    }

    @Test
    void a_container_is_found_by_name_id_and_the_beginning_of_its_id() throws IOException {
        ContainerFolder container = create("ch03lab");

        for (String name : List.of("ch03lab", container.id(), container.id().substring(0, 12))) {
            assertThat(containers.find(name).orElseThrow().identity()).as(name).isEqualTo(container.identity());
        }
        assertThat(containers.find("other")).isEmpty();
        assertThat(containers.find("../containers")).isEmpty();
        assertThat(containers.find("")).isEmpty();
    }

    @Test
    void the_beginning_of_several_ids_is_an_error() throws IOException {
        Set<Character> first = new HashSet<>();
        ContainerFolder last = create("container0");
        for (int i = 1; first.add(last.id().charAt(0)); i++) {
            last = create("container" + i);
        }
        String prefix = last.id().substring(0, 1);
        String id = last.id().substring(0, 12);

        assertThatThrownBy(() -> containers.find(prefix))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("begins the ids of several containers")
                .hasMessageContaining(id);
    }

    @Test
    void a_name_belongs_to_one_container() throws IOException {
        ContainerFolder first = create("ch03lab");

        assertThatThrownBy(() -> create("ch03lab"))
                .isInstanceOf(StoreException.class)
                .hasMessage("the name 'ch03lab' is taken by container "
                        + first.id().substring(0, 12)
                        + "; remove that one, or choose another name");
        assertThat(containers.list()).hasSize(1);
    }

    @Test
    void a_name_is_free_again_when_its_container_is_removed() throws IOException {
        ContainerFolder first = create("ch03lab");
        containers.remove(first);
        containers.remove(first);

        assertThat(containers.find("ch03lab")).isEmpty();
        assertThat(first.path()).doesNotExist();
        assertThat(create("ch03lab").id()).isNotEqualTo(first.id());
    }

    @Test
    void a_name_that_leads_to_no_container_is_free() throws IOException {
        Files.createDirectories(home.resolve("names"));
        Files.createSymbolicLink(home.resolve("names/ch03lab"), Path.of("f".repeat(64)));

        assertThat(containers.find("ch03lab")).isEmpty();
        assertThat(containers.find(create("ch03lab").id())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-a", "a b", "a/b", "..", "é"})
    void what_Docker_takes_for_no_name_is_none(String name) {
        assertThatThrownBy(() -> create(name))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is no container name");
    }

    @Test
    void a_name_is_made_up_where_none_is_given() throws IOException {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            names.add(containers
                    .create(Optional.empty(), Optional.empty(), List.of())
                    .name());
        }
        assertThat(names).hasSize(20).allMatch(name -> name.matches("[a-z]+_[a-z]+[0-9]*"));
    }

    @Test
    void the_state_is_what_was_last_saved() throws IOException {
        ContainerFolder container = create("ch03lab");
        assertThat(container.state()).isEqualTo(JsonObject.EMPTY);

        container.save(JsonObject.EMPTY.with("status", "running"));
        container.save(JsonObject.EMPTY.with("status", "exited").with("code", 3L));

        assertThat(containers.find("ch03lab").orElseThrow().state())
                .isEqualTo(JsonObject.EMPTY.with("status", "exited").with("code", 3L));
        containers.remove(container);
        assertThatThrownBy(() -> container.save(JsonObject.EMPTY)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_container_is_locked_while_somebody_holds_it() throws IOException {
        ContainerFolder container = create("ch03lab");
        ContainerFolder same = containers.find("ch03lab").orElseThrow();
        assertThat(container.isLocked()).isFalse();

        StoreLock held = container.lock();
        assertThat(same.isLocked()).isTrue();
        assertThat(same.tryLock()).isEmpty();
        held.close();
        held.close();

        assertThat(same.isLocked()).isFalse();
    }
}
