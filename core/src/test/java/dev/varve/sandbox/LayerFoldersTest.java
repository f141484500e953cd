package dev.varve.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.layer.Layer;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.RootFileSystem;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LayerFoldersTest {
    private static final Instant TIME = Instant.parse("2020-02-02T02:02:02.123456789Z");

    private Sandbox sandbox;
    private Container container;
    private RootFileSystem below = RootFileSystem.of(List.of());

    @BeforeEach
    void root_file_system() throws Exception {
        sandbox = Sandbox.named(System.getProperty("sandbox", "embedded"));
        container = new Container(sandbox);
    }

    private Path unpack(LayerEntry... entries) throws Exception {
        int number = container.lower.size();
        Layer layer = Layers.write(container.home.resolve("layer" + number + ".tar"), entries);
        Path folder = container.home.resolve("unpacked" + number);
        assertThat(sandbox.unpack(layer, below, folder)).isEmpty();
        container.lower.add(folder);
        below = below.with(layer);
        return folder;
    }

    private List<String> pack() throws Exception {
        Path layer = container.home.resolve("packed.tar");
        try (OutputStream out = Files.newOutputStream(layer)) {
            sandbox.pack(container.home.resolve("state"), container.upper, below, out);
        }
        return Layers.list(layer);
    }

    @AfterEach
    void delete() throws Exception {
        container.close();
    }

    @Test
    void a_layer_is_unpacked_with_modes_owners_links_and_times_to_the_nanosecond() throws Exception {
        SeveralIds.require();
        unpack(
                LayerEntry.directory("d", 01777).withOwner(1000, 1001).withModified(TIME),
                LayerEntry.file("d/setuid", 04755, 6).withOwner(1000, 0).withModified(TIME),
                LayerEntry.hardLink("d/link", "d/setuid"),
                LayerEntry.symlink("d/out", "../../../etc/passwd"),
                LayerEntry.file("implied/deep/file", 0640, 4));

        assertThat(container
                        .sh(
                                "stat -c '%n %a %u:%g %h' /d /d/setuid /d/link /implied; readlink /d/out; stat -c %y /d/setuid")
                        .out())
                .isEqualTo("""
                        /d 1777 1000:1001 2
                        /d/setuid 4755 1000:0 2
                        /d/link 4755 1000:0 2
                        /implied 755 0:0 3
                        ../../../etc/passwd
                        2020-02-02 02:02:02.123456789 +0000
                        """);
    }

    @Test
    void what_a_layer_removes_is_gone_and_what_it_hides_is_hidden() throws Exception {
        unpack(
                LayerEntry.file("gone", 0644, 4),
                LayerEntry.directory("hiding", 0700),
                LayerEntry.file("hiding/old", 0644, 3),
                LayerEntry.directory("implied", 0711),
                LayerEntry.file("implied/old", 0644, 3));
        unpack(
                LayerEntry.whiteout("gone"),
                LayerEntry.directory("hiding", 0700),
                LayerEntry.opaque("hiding"),
                LayerEntry.file("hiding/new", 0644, 3),
                LayerEntry.opaque("implied"));

        assertThat(container
                        .sh("ls -d /gone; ls /hiding /implied; stat -c %a /implied")
                        .out())
                .isEqualTo("/hiding:\nnew\n\n/implied:\n711\n");
    }

    @Test
    void attributes_of_files_are_kept() throws Exception {
        byte[] capability = {1, 0, 0, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        unpack(LayerEntry.file("ping", 0755, 4)
                .withAttributes(Map.of(
                        "security.capability", capability, "user.note", "hello".getBytes(StandardCharsets.UTF_8))));

        container.sh("chmod 711 /ping");
        pack();

        try (Layer packed = Layer.open(container.home.resolve("packed.tar"))) {
            // BuildKit keeps no others
            assertThat(packed.entries().get(0).attributes()).containsOnlyKeys("security.capability");
            assertThat(packed.entries().get(0).attributes()).containsEntry("security.capability", capability);
        }
    }

    @Test
    void a_command_that_changes_nothing_gives_an_empty_layer() throws Exception {
        unpack(LayerEntry.directory("etc", 0755), LayerEntry.directory("e", 0755), LayerEntry.file("e/x", 0644, 1));

        container.run(
                spec -> spec.mount(new Mount.Bind(container.lower.get(0).resolve("bin/busybox"), "/etc/hosts", true))
                        .mount(new Mount.Tmpfs("/made/for/this", 0, 0755)),
                "sh",
                "-c",
                "chmod 644 /e/x; chown 0:0 /e/x; touch -r /e/x /e/x");

        assertThat(pack()).isEmpty();
    }

    @Test
    void changes_are_packed_as_buildkit_packs_them() throws Exception {
        SeveralIds.require();
        unpack(
                LayerEntry.directory("d", 0755),
                LayerEntry.file("d/a", 0644, 1),
                LayerEntry.directory("d/sub", 0755),
                LayerEntry.file("d/sub/b", 0644, 1),
                LayerEntry.directory("e", 0755),
                LayerEntry.file("e/keep", 0644, 4),
                LayerEntry.file("e/gone", 0644, 4));

        container.run(spec -> spec.mount(new Mount.Tmpfs("/mnt/deep/er", 0, 0755)), "sh", "-c", """
                rm -rf /d && mkdir /d && touch /d/new
                ln /e/keep /e/zlink; rm /e/gone
                echo hi > /mnt/deep/file
                echo x > /one; ln /one /other; chown 7:8 /one; ln -s there /symlink; mkfifo -m 600 /fifo
                """);

        // what the engine of .ci/engine made of the same commands
        assertThat(pack())
                .containsExactly(
                        "directory d 755 0:0",
                        "whiteout d/a",
                        "file d/new 644 0:0",
                        "whiteout d/sub",
                        "directory e 755 0:0",
                        "whiteout e/gone",
                        "file e/zlink 644 0:0",
                        "fifo fifo 600 0:0",
                        "directory mnt 755 0:0",
                        "directory mnt/deep 755 0:0",
                        "file mnt/deep/file 644 0:0",
                        "file one 644 7:8",
                        "hard_link other -> one",
                        "symlink symlink -> there");
    }

    @Test
    void a_folder_is_deleted_whomever_its_files_belong_to() throws Exception {
        container.sh("mkdir -m 700 /d; echo x > /d/x; chown -R 1000:1000 /d");

        sandbox.delete(container.upper);

        assertThat(container.upper).doesNotExist();
    }
}
