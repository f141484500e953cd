package dev.varve.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageIndex;
import dev.varve.image.ImageReference;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.image.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {
    private static final ImageReference WEB_PING = ImageReference.parse("web-ping");

    @TempDir
    private Path home;

    private Store store;
    private Images images;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(home.resolve("store"));
        images = store.images();
    }

    private StoredImage found(String nameOrId) throws IOException {
        return images.find(nameOrId).orElseThrow();
    }

    @Test
    void an_image_is_found_by_its_name_in_every_form() throws IOException {
        Descriptor manifest = Fixture.image(store, "one", "two");
        images.tag(WEB_PING, manifest);

        for (String name : List.of("web-ping", "web-ping:latest", "docker.io/library/web-ping:latest")) {
            assertThat(found(name).descriptor()).as(name).isEqualTo(manifest);
        }
        assertThat(images.find("web-ping:other")).isEmpty();
        assertThat(images.find("Not/A:Name:At:All")).isEmpty();
    }

    @Test
    void an_image_has_its_configuration_and_its_names() throws IOException {
        images.tag(WEB_PING, Fixture.image(store, "one", "two"));
        images.tag(ImageReference.parse("another:1"), Fixture.image(store, "one", "two"));

        StoredImage image = found("web-ping");
        assertThat(image.id()).isEqualTo(image.manifest().config().digest());
        assertThat(image.config().diffIds())
                .containsExactly(
                        Fixture.digest(Fixture.layer("file", "one")), Fixture.digest(Fixture.layer("file", "two")));
        assertThat(image.references()).containsExactly(ImageReference.parse("another:1"), WEB_PING);
        assertThat(image.isDangling()).isFalse();
    }

    @Test
    void an_image_is_found_by_its_id_the_beginning_of_it_and_the_digest_of_its_manifest() throws IOException {
        images.tag(WEB_PING, Fixture.image(store, "one"));
        StoredImage image = found("web-ping");

        for (String id : List.of(
                image.id().toString(),
                image.id().hex(),
                image.id().shortened(),
                "sha256:" + image.id().shortened(),
                image.descriptor().digest().toString(),
                "web-ping@" + image.descriptor().digest())) {
            assertThat(found(id)).as(id).isEqualTo(image);
        }
        assertThat(images.find("sha256:")).isEmpty();
        assertThat(images.find("other@" + image.descriptor().digest())).isEmpty();
    }

    @Test
    void an_id_that_begins_several_is_an_error_that_names_them() throws IOException {
        Set<Character> first = new HashSet<>();
        String shared = "";
        List<Digest> ids = new ArrayList<>();
        for (int i = 0; shared.isEmpty(); i++) {
            images.keep(Fixture.image(store, "content " + i));
            ids.clear();
            images.list().forEach(image -> ids.add(image.id()));
            first.clear();
            for (Digest id : ids) {
                if (!first.add(id.hex().charAt(0))) {
                    shared = id.hex().substring(0, 1);
                }
            }
        }
        String prefix = shared;

        assertThatThrownBy(() -> images.find(prefix))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("'" + prefix + "' begins the ids of several images")
                .hasMessageContaining(ids.stream()
                        .filter(id -> id.hex().startsWith(prefix))
                        .findFirst()
                        .orElseThrow()
                        .shortened());
    }

    @Test
    void a_name_goes_before_an_id() throws IOException {
        images.keep(Fixture.image(store, "one"));
        Digest id = images.list().get(0).id();
        Descriptor other = Fixture.image(store, "two");
        images.tag(ImageReference.parse(id.shortened()), other);

        assertThat(found(id.shortened()).descriptor()).isEqualTo(other);
    }

    @Test
    void a_name_given_to_another_image_leaves_the_first_without_one() throws IOException {
        images.tag(WEB_PING, Fixture.image(store, "one"));
        StoredImage first = found("web-ping");
        images.tag(WEB_PING, Fixture.image(store, "two"));

        assertThat(images.list()).hasSize(2);
        assertThat(found(first.id().toString()).isDangling()).isTrue();
        assertThat(found("web-ping").references()).containsExactly(WEB_PING);
    }

    @Test
    void an_image_that_has_another_name_does_not_become_dangling() throws IOException {
        Descriptor manifest = Fixture.image(store, "one");
        images.keep(manifest);
        images.tag(WEB_PING, manifest);
        images.keep(manifest);
        images.tag(ImageReference.parse("other"), manifest);
        images.tag(WEB_PING, Fixture.image(store, "two"));

        assertThat(images.list()).hasSize(2).noneMatch(StoredImage::isDangling);
    }

    @Test
    void an_image_goes_with_its_last_name() throws IOException {
        Descriptor manifest = Fixture.image(store, "one");
        images.tag(WEB_PING, manifest);
        images.tag(ImageReference.parse("other"), manifest);

        assertThat(images.untag(WEB_PING)).isTrue();
        assertThat(images.untag(WEB_PING)).isFalse();
        assertThat(images.list()).hasSize(1);
        assertThat(images.untag(ImageReference.parse("other"))).isTrue();
        assertThat(images.list()).isEmpty();
    }

    @Test
    void an_image_is_removed_with_all_its_names() throws IOException {
        images.tag(WEB_PING, Fixture.image(store, "one"));
        images.tag(ImageReference.parse("other"), Fixture.image(store, "one"));
        images.tag(ImageReference.parse("third"), Fixture.image(store, "two"));

        assertThat(images.remove(found("other"))).isTrue();
        assertThat(images.list())
                .extracting(StoredImage::references)
                .containsExactly(List.of(ImageReference.parse("third")));
    }

    @Test
    void the_same_image_compressed_and_not_is_one_image() throws IOException {
        images.tag(WEB_PING, Fixture.image(store, "one"));
        images.tag(ImageReference.parse("registry.example/web-ping"), Fixture.compressedImage(store, "one"));

        assertThat(images.list()).hasSize(1);
        assertThat(found("web-ping").references()).hasSize(2);
        assertThat(found("web-ping").descriptor())
                .isNotEqualTo(found("registry.example/web-ping").descriptor());
    }

    @Test
    void an_image_that_comes_back_compressed_leaves_no_second_one_behind() throws IOException {
        images.tag(WEB_PING, Fixture.image(store, "one"));
        images.tag(WEB_PING, Fixture.compressedImage(store, "one"));

        images.untag(WEB_PING);
        assertThat(images.list()).isEmpty();
    }

    @Test
    void an_image_that_is_not_all_there_gets_no_name() throws IOException {
        Descriptor manifest = Fixture.image(store, "one");
        Digest layer = Fixture.digest(Fixture.layer("file", "one"));
        Files.delete(store.blobs().path(layer));

        assertThatThrownBy(() -> images.tag(WEB_PING, manifest))
                .isInstanceOf(StoreException.class)
                .hasMessage("the image's layer " + layer + " is not in the store");
        assertThat(images.find("web-ping")).isEmpty();
    }

    @Test
    void a_pulled_image_is_known_by_the_digest_of_its_index() throws IOException {
        Descriptor manifest = Fixture.image(store, "one");
        Descriptor top = index(manifest);
        images.pulled(ImageReference.parse("diamol/node"), top, manifest);

        StoredImage image = found("diamol/node");
        assertThat(image.index()).contains(top.digest());
        assertThat(image.repositoryDigests()).containsExactly(ImageReference.parse("diamol/node@" + top.digest()));
        assertThat(found("diamol/node@" + top.digest())).isEqualTo(image);
        assertThat(found("diamol/node:latest@" + top.digest())).isEqualTo(image);
        assertThat(found(top.digest().toString())).isEqualTo(image);
    }

    @Test
    void an_image_pulled_by_its_digest_has_that_for_its_name() throws IOException {
        Descriptor manifest = Fixture.image(store, "one");
        ImageReference name = ImageReference.parse("diamol/node:1@" + manifest.digest());
        images.pulled(name, manifest, manifest);

        assertThat(found("diamol/node@" + manifest.digest()).references())
                .containsExactly(ImageReference.parse("diamol/node@" + manifest.digest()));
        assertThat(images.find("diamol/node:1")).isEmpty();
    }

    @Test
    void a_pushed_image_is_known_by_what_its_repository_calls_it() throws IOException {
        images.tag(WEB_PING, Fixture.image(store, "one"));
        Digest pushed = Fixture.digest(new byte[] {1});
        images.pushed(WEB_PING, pushed);

        assertThat(found("web-ping").repositoryDigests()).containsExactly(ImageReference.parse("web-ping@" + pushed));
    }

    @Test
    void the_image_for_another_platform_is_found_in_the_same_index() throws IOException {
        Platform arm = Platform.parse("linux/arm64");
        Platform amd = Platform.parse("linux/amd64");
        Descriptor first = Fixture.image(store, amd, "one");
        Descriptor second = Fixture.image(store, arm, "two");
        images.pulled(WEB_PING, index(with(first, amd), with(second, arm)), first);

        assertThat(images.find(WEB_PING, amd).orElseThrow().descriptor()).isEqualTo(first);
        assertThat(images.find(WEB_PING, arm).orElseThrow().descriptor().digest())
                .isEqualTo(second.digest());
        assertThat(images.find(WEB_PING, Platform.parse("linux/s390x"))).isEmpty();
        Files.delete(store.blobs().path(second.digest()));
        assertThat(images.find(WEB_PING, arm)).isEmpty();
    }

    @Test
    void an_image_is_known_to_exist_for_the_platforms_of_its_index_or_else_for_its_own() throws IOException {
        Platform arm = Platform.parse("linux/arm64");
        Platform amd = Platform.parse("linux/amd64");
        Descriptor here = Fixture.image(store, amd, "one");
        Descriptor notHere = new Descriptor(MediaType.OCI_MANIFEST, Fixture.digest(new byte[] {1}), 1);
        Platform attestation = Platform.of("unknown", "unknown", "");
        Descriptor index = index(with(here, amd), with(notHere, arm), with(notHere, attestation));
        images.pulled(WEB_PING, index, here);
        ImageReference built = ImageReference.parse("built:1");
        images.tag(built, Fixture.image(store, arm, "two"));

        assertThat(images.platforms(WEB_PING)).containsExactlyInAnyOrder(amd, arm);
        assertThat(images.platforms(built)).containsExactly(arm);
        assertThat(images.platforms(ImageReference.parse("other:1"))).isEmpty();
        Files.delete(store.blobs().path(index.digest()));
        assertThat(images.platforms(WEB_PING)).isEmpty();
    }

    private static Descriptor with(Descriptor manifest, Platform platform) {
        return new Descriptor(
                manifest.mediaType(), manifest.digest(), manifest.size(), Optional.of(platform), Map.of());
    }

    private Descriptor index(Descriptor... manifests) throws IOException {
        byte[] bytes = ImageIndex.of(List.of(manifests)).toBytes();
        return new Descriptor(MediaType.OCI_INDEX, store.blobs().write(bytes), bytes.length);
    }

    @Test
    void another_process_sees_what_was_tagged() throws IOException {
        Images others = Store.open(store.home()).images();
        assertThat(others.list()).isEmpty();
        images.tag(WEB_PING, Fixture.image(store, "one"));
        assertThat(others.find(WEB_PING)).isPresent();
        others.untag(WEB_PING);
        assertThat(images.find(WEB_PING)).isEmpty();
    }

    @Test
    void documents_that_go_are_missed_by_who_has_read_them_before() throws IOException {
        Descriptor manifest = Fixture.image(store, "a");
        Digest id = images.of(manifest.digest()).id();

        Files.delete(store.blobs().path(id));

        assertThatThrownBy(() -> images.of(manifest.digest()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(id.toString());
        Files.delete(store.blobs().path(manifest.digest()));
        assertThatThrownBy(() -> images.keep(manifest))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("manifest " + manifest.digest());
    }

    @Test
    void a_damaged_index_is_an_error_that_names_the_file() throws IOException {
        Files.writeString(store.home().resolve("index.json"), "{");

        assertThatThrownBy(images::list)
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(store.home().resolve("index.json") + " is damaged: no JSON");
    }

    @Test
    void a_damaged_image_does_not_hide_the_others() throws IOException {
        Descriptor manifest = Fixture.image(store, "one");
        images.tag(WEB_PING, manifest);
        images.tag(ImageReference.parse("other"), Fixture.image(store, "two"));
        Files.delete(store.blobs()
                .path(Manifest.parse(store.blobs().read(manifest.digest(), 10_000))
                        .config()
                        .digest()));

        assertThat(images.list()).hasSize(1);
        assertThatThrownBy(() -> images.find(WEB_PING))
                .hasMessageContaining("configuration")
                .hasMessageContaining("is not in the store");
    }
}
