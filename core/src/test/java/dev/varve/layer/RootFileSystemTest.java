package dev.varve.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not in {@link UnpackTest}: finding, following links, sharing. */
class RootFileSystemTest {
    @TempDir
    Path folder;

    private final List<Layer> layers = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Layer layer : layers) {
            layer.close();
        }
    }

    @Test
    void no_layers_make_an_empty_root() {
        RootFileSystem files = RootFileSystem.of(List.of());

        assertThat(files.root().entry()).isEqualTo(LayerEntry.directory("", 0755));
        assertThat(files.root().layer()).isEmpty();
        assertThat(files.below("")).isEmpty();
        assertThat(files.find("a")).isEmpty();
        assertThat(files.resolve("/")).contains(files.root());
    }

    @Test
    void finds_paths_as_they_are_written_and_follows_no_links() throws IOException {
        RootFileSystem files = files(new RawTar().folder("d").file("d/f", "1").symlink("l", "d"));

        for (String path : List.of("d/f", "/d/f", "d//f", "./d/./f", "x/../d/f", "../d/f")) {
            assertThat(files.find(path).map(Node::path)).as(path).contains("d/f");
        }
        assertThat(files.find("l").map(Node::isSymlink)).contains(true);
        assertThat(files.find("l/f")).isEmpty();
        assertThat(files.find("d/f/x")).isEmpty();
        assertThat(files.find("D")).isEmpty();
        assertThat(files.find("")).contains(files.root());
    }

    @Test
    void lists_folders_by_name_and_each_before_what_it_holds() throws IOException {
        RootFileSystem files = files(
                new RawTar()
                        .file("b", "")
                        .folder("a")
                        .file("a/2", "")
                        .file("a-b", "")
                        .file("a/10", ""),
                new RawTar().file("a/1/x", ""));

        assertThat(files.children("")).extracting(Node::path).containsExactly("a", "a-b", "b");
        assertThat(files.children("/a/")).extracting(Node::path).containsExactly("a/1", "a/10", "a/2");
        assertThat(files.below(""))
                .extracting(Node::path)
                .containsExactly("a", "a/1", "a/1/x", "a/10", "a/2", "a-b", "b");
        assertThat(files.below("a")).extracting(Node::path).containsExactly("a/1", "a/1/x", "a/10", "a/2");
        assertThat(files.children("b")).isEmpty();
        assertThat(files.below("none")).isEmpty();
    }

    @Test
    void says_which_layer_a_path_comes_from() throws IOException {
        RootFileSystem files = files(
                new RawTar().folder("d").file("d/old", "1").file("d/new", "1"),
                new RawTar().file("d/new", "2").file("implied/f", ""));

        assertThat(files.find("d").flatMap(Node::layer)).contains(layers.get(0));
        assertThat(files.find("d/old").flatMap(Node::layer)).contains(layers.get(0));
        assertThat(files.find("d/new").flatMap(Node::layer)).contains(layers.get(1));
        assertThat(files.find("implied").flatMap(Node::layer)).isEmpty();
    }

    @Test
    void follows_symlinks_within_the_root() throws IOException {
        RootFileSystem files = files(new RawTar()
                .folder("usr/bin")
                .file("usr/bin/sh", "#!")
                .symlink("bin", "usr/bin")
                .symlink("usr/bin/dash", "sh")
                .symlink("absolute", "/bin/dash")
                .symlink("above", "../../../usr")
                .symlink("nowhere", "lost/and/found")
                .symlink("loop", "loop2")
                .symlink("loop2", "./loop"));

        for (String path :
                List.of("bin/sh", "/bin/dash", "absolute", "above/bin/sh", "above/../bin/sh", "bin/../bin/sh")) {
            assertThat(files.resolve(path).map(Node::path)).as(path).contains("usr/bin/sh");
        }
        assertThat(files.resolve("nowhere")).isEmpty();
        assertThat(files.resolve("loop")).isEmpty();
        assertThat(files.resolve("bin/sh/x")).isEmpty();

        assertThat(files.realPath("bin/new", true)).contains("usr/bin/new");
        assertThat(files.realPath("nowhere/x", true)).contains("lost/and/found/x");
        assertThat(files.realPath("absolute", false)).contains("absolute");
        assertThat(files.realPath("absolute", true)).contains("usr/bin/sh");
        assertThat(files.realPath("../../etc", true)).contains("etc");
        assertThat(files.realPath("loop/x", true)).isEmpty();
    }

    @Test
    void hard_links_are_names_of_one_file() throws IOException {
        RootFileSystem files = files(
                new RawTar().pax("uid=7").file("a", "same").hardLink("b", "a").file("c", "same"),
                new RawTar().file("a", "other"));

        Node b = files.find("b").orElseThrow();
        assertThat(b.entry()).isEqualTo(LayerEntry.file("b", 0644, 4).withOwner(7, 0));
        assertThat(files.open(b)).hasContent("same");
        assertThat(files.find("a").flatMap(Node::sharedFile)).isEmpty();
        assertThat(files.find("c").flatMap(Node::sharedFile)).isEmpty();

        RootFileSystem below = RootFileSystem.of(layers.subList(0, 1));
        assertThat(below.find("a").flatMap(Node::sharedFile)).isPresent().isEqualTo(b.sharedFile());
    }

    @Test
    void only_files_are_opened() throws IOException {
        RootFileSystem files = files(new RawTar().folder("d").fifo("p"));

        for (String path : List.of("", "d", "p")) {
            Node node = files.find(path).orElseThrow();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> files.open(node))
                    .withMessageContaining("not a file");
        }
    }

    @Test
    void a_layer_on_top_leaves_what_is_below_as_it_is() throws IOException {
        RootFileSystem base = files(new RawTar()
                .folder("d")
                .file("d/a", "1")
                .file("d/b", "1")
                .folder("e")
                .file("e/x", "1"));
        RootFileSystem one = base.with(layer(new RawTar().file("d/.wh.a", "").file("d/c", "1")));
        RootFileSystem other =
                base.with(layer(new RawTar().file("d", "now a file").file("e/.wh..wh..opq", "")));

        assertThat(one.below("")).extracting(Node::path).containsExactly("d", "d/b", "d/c", "e", "e/x");
        assertThat(other.below("")).extracting(Node::path).containsExactly("d", "e");
        assertThat(base.below("")).extracting(Node::path).containsExactly("d", "d/a", "d/b", "e", "e/x");
        assertThat(one.find("e/x")).isEqualTo(base.find("e/x"));
    }

    @Test
    void a_thousand_layers_are_no_deeper_than_one() throws IOException {
        RootFileSystem files = RootFileSystem.of(List.of());
        for (int i = 0; i < 1000; i++) {
            files = files.with(i < 10 ? layer(new RawTar().file("f" + i, "")) : layers.get(i % 10));
        }
        assertThat(files.below("")).hasSize(10);
    }

    @Test
    void several_threads_look_at_once() throws Exception {
        RootFileSystem files =
                RootFileSystem.of(List.of(new RandomLayer(1, 300).open(folder), new RandomLayer(2, 300).open(folder)));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<String> look = () -> files.below("").toString();
            List<Future<String>> seen = threads.invokeAll(java.util.Collections.nCopies(32, look));
            String expected = seen.get(0).get();
            for (Future<String> one : seen) {
                assertThat(one.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    private RootFileSystem files(RawTar... tars) throws IOException {
        List<Layer> stack = new ArrayList<>();
        for (RawTar tar : tars) {
            stack.add(layer(tar));
        }
        return RootFileSystem.of(stack);
    }

    private Layer layer(RawTar tar) throws IOException {
        Layer layer = tar.open(folder);
        layers.add(layer);
        return layer;
    }
}
