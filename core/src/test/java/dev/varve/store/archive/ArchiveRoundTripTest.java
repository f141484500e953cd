package dev.varve.store.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import dev.varve.store.Fixture;
import dev.varve.store.Store;
import dev.varve.store.StoreException;
import dev.varve.store.StoredImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveRoundTripTest {
    private static final ImageReference WEB_PING = ImageReference.parse("web-ping");
    private static final ImageReference BASE = ImageReference.parse("registry.example:5000/diamol/base:1");

    @TempDir
    private Path folder;

    private Store from;
    private Store to;

    @BeforeEach
    void open() throws IOException {
        from = Store.open(folder.resolve("from"));
        to = Store.open(folder.resolve("to"));
        from.images().tag(WEB_PING, Fixture.image(from, "one", "two"));
        from.images().tag(BASE, Fixture.compressedImage(from, "one"));
    }

    private StoredImage image(Store store, ImageReference name) throws IOException {
        return store.images().find(name).orElseThrow();
    }

    private List<SavedImage> both() throws IOException {
        return List.of(SavedImage.of(image(from, WEB_PING)), SavedImage.of(image(from, BASE)));
    }

    private byte[] saved(ArchiveFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ImageArchives(from).save(both(), format, bytes);
        return bytes.toByteArray();
    }

    private void assertBothArrived(List<LoadedImage> loaded) throws IOException {
        assertThat(loaded).extracting(LoadedImage::names).containsExactly(List.of(WEB_PING), List.of(BASE));
        for (ImageReference name : List.of(WEB_PING, BASE)) {
            assertThat(image(to, name)).isEqualTo(image(from, name));
            for (Path layer : to.layers().require(image(to, name))) {
                assertThat(layer).exists();
            }
        }
        assertThat(to.check()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_archive_brings_its_images_with_their_names_and_digests(ArchiveFormat format) throws IOException {
        assertBothArrived(new ImageArchives(to).load("standard input", new ByteArrayInputStream(saved(format))));
    }

    @Test
    void an_archive_may_be_compressed() throws IOException {
        byte[] plain = saved(ArchiveFormat.DOCKER);
        for (byte[] compressed : List.of(Fixture.gzip(plain), Zstd.compress(plain))) {
            Path file = Files.write(folder.resolve("archive"), compressed);
            assertBothArrived(new ImageArchives(to).load(file));
        }
    }

    @Test
    void a_file_is_read_where_it_is_and_written_whole_or_not_at_all() throws IOException {
        Path file = folder.resolve("images.tar");
        new ImageArchives(from).save(both(), ArchiveFormat.DOCKER, file);
        assertThat(file).hasBinaryContent(saved(ArchiveFormat.DOCKER));
        assertBothArrived(new ImageArchives(to).load(file));

        StoredImage image = image(from, WEB_PING);
        Files.delete(from.blobs().path(image.config().diffIds().get(1)));
        Path other = folder.resolve("other.tar");
        assertThatThrownBy(
                        () -> new ImageArchives(from).save(List.of(SavedImage.of(image)), ArchiveFormat.DOCKER, other))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not in the store; pull or build its image anew");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("from", "to", "images.tar");
        }
    }

    @Test
    void a_folder_is_an_image_layout() throws IOException {
        Path layout = folder.resolve("layout");
        new ImageArchives(from).saveLayout(both(), layout);

        assertThat(layout.resolve("oci-layout")).exists();
        assertThat(layout.resolve("manifest.json")).doesNotExist();
        assertBothArrived(new ImageArchives(to).load(layout));
    }

    @Test
    void a_folder_with_something_in_it_is_not_written_into() throws IOException {
        assertThatThrownBy(() -> new ImageArchives(from).saveLayout(both(), folder))
                .isInstanceOf(StoreException.class)
                .hasMessage(folder + " is not empty; choose another folder, or empty it");
    }

    @Test
    void equal_images_give_equal_archives() throws IOException {
        assertThat(saved(ArchiveFormat.OCI)).isEqualTo(saved(ArchiveFormat.OCI));
    }

    @Test
    void what_images_share_is_in_an_archive_once() throws IOException {
        from.images().tag(BASE, Fixture.image(from, "one"));
        Path archive = Files.write(folder.resolve("archive"), saved(ArchiveFormat.DOCKER));

        try (TarFiles files = TarFiles.open("archive", archive)) {
            // two layers, and a manifest and a configuration each
            String index = new String(new ArchiveDocuments(files).bytes("manifest.json"), StandardCharsets.UTF_8);
            assertThat(index.split("blobs/sha256/")).hasSize(1 + 2 + 3);
            assertThat(Files.size(archive)).isLessThan(20_000);
        }
    }

    @Test
    void an_image_may_be_saved_under_some_of_its_names_or_none() throws IOException {
        from.images().tag(ImageReference.parse("other"), image(from, WEB_PING).descriptor());
        StoredImage image = image(from, WEB_PING);
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        new ImageArchives(from)
                .save(
                        List.of(new SavedImage(image, List.of(WEB_PING)), new SavedImage(image, List.of(WEB_PING))),
                        ArchiveFormat.DOCKER,
                        one);
        ByteArrayOutputStream none = new ByteArrayOutputStream();
        new ImageArchives(from).save(List.of(new SavedImage(image, List.of())), ArchiveFormat.DOCKER, none);

        assertThat(new ImageArchives(to).load("none", new ByteArrayInputStream(none.toByteArray())))
                .containsExactly(new LoadedImage(image.id(), image.descriptor(), List.of()));
        assertThat(to.images().list()).singleElement().matches(StoredImage::isDangling);
        assertThat(new ImageArchives(to).load("one", new ByteArrayInputStream(one.toByteArray())))
                .containsExactly(new LoadedImage(image.id(), image.descriptor(), List.of(WEB_PING)));
        assertThat(to.images().list())
                .singleElement()
                .matches(stored -> stored.references().equals(List.of(WEB_PING)));
    }

    @Test
    void an_image_of_another_platform_is_loaded_all_the_same() throws IOException {
        from.images().tag(WEB_PING, Fixture.image(from, Platform.parse("linux/s390x"), "far away"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ImageArchives(from).save(List.of(SavedImage.of(image(from, WEB_PING))), ArchiveFormat.OCI, bytes);

        new ImageArchives(to).load("archive", new ByteArrayInputStream(bytes.toByteArray()));

        assertThat(image(to, WEB_PING).config().platform()).hasToString("linux/s390x");
    }
}
