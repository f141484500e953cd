package dev.varve.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void tells_of_each_path_what_happened_to_it() throws IOException {
        Selection before = select(
                "f:bytes:644:1;f:gone/f:644:1;l:link:to;f:mode:644:1;f:same:644:1;f:turns:644:1;f:x:644:1;x:x:user.k:1",
                ".");
        Selection after = select(
                "f:bytes:644:2;f:come/f:644:1;l:link:from;f:mode:755:1;f:same:644:1;d:turns:755;f:x:644:1;x:x:user.k:2",
                ".");

        assertThat(after.changesSince(before))
                .containsExactly(
                        new Change("bytes", Change.Kind.CONTENT),
                        new Change("come", Change.Kind.ADDED),
                        new Change("come/f", Change.Kind.ADDED),
                        new Change("gone", Change.Kind.REMOVED),
                        new Change("gone/f", Change.Kind.REMOVED),
                        new Change("link", Change.Kind.LINK_TARGET),
                        new Change("mode", Change.Kind.MODE),
                        new Change("turns", Change.Kind.TYPE),
                        new Change("x", Change.Kind.ATTRIBUTES));
    }

    @Test
    void finds_what_took_part_and_nothing_else() throws IOException {
        Selection selection = select("f:src/a:644:1;f:docs/b:644:1", "src");

        assertThat(selection.find("src/a")).hasValue(selection.covered().get("src/a"));
        assertThat(selection.find("docs/b")).isEmpty();
        assertThat(selection.find("src/none")).isEmpty();
    }

    @Test
    void of_several_changes_the_weightiest_is_told() throws IOException {
        assertThat(select("f:a:755:2", ".").changesSince(select("f:a:644:1", ".")))
                .containsExactly(new Change("a", Change.Kind.CONTENT));
    }

    @Test
    void nothing_is_told_where_nothing_changed() throws IOException {
        String tree = "f:a/b:644:1;f:a-b:644:2;l:l:a";

        assertThat(select(tree, ".").changesSince(select(tree, "."))).isEmpty();
        assertThat(select(tree, ".").digest()).isEqualTo(select(tree, ".").digest());
    }

    @Test
    void a_renamed_file_went_and_came() throws IOException {
        assertThat(select("f:b:644:1", ".").changesSince(select("f:a:644:1", ".")))
                .containsExactly(new Change("a", Change.Kind.REMOVED), new Change("b", Change.Kind.ADDED));
    }

    @Test
    void only_what_was_selected_counts() throws IOException {
        Selection before = select("f:src/a:644:1;f:docs/b:644:1", "src");
        Selection after = select("f:src/a:644:1;f:docs/b:644:2;f:c:644:1", "src");

        assertThat(after.digest()).isEqualTo(before.digest());
        assertThat(after.changesSince(before)).isEmpty();
        assertThat(after.covered()).containsOnlyKeys("src", "src/a");
    }

    @Test
    void a_folder_is_listed_before_all_it_holds_and_apart_from_its_neighbours() throws IOException {
        assertThat(select("f:a/z:644:1;f:a-b:644:2;f:a.c:644:3", ".").covered().keySet())
                .containsExactly("a", "a/z", "a-b", "a.c");
    }

    @Test
    void links_that_were_followed_are_among_what_is_covered() throws IOException {
        assertThat(select("l:current:v1;f:v1/a:644:1;f:v2/a:644:1", "current/a").covered())
                .containsOnlyKeys("current", "v1/a");
    }

    @Test
    void sources_add_up_whatever_their_order() throws IOException {
        String tree = "f:a:644:1;f:b:644:2;f:c:644:3";

        assertThat(select(tree, "a", "b").digest())
                .isEqualTo(select(tree, "b", "a").digest());
        assertThat(select(tree, "a", "b").digest())
                .isNotEqualTo(select(tree, "a", "c").digest());
        assertThat(select(tree, "a", "b").covered()).containsOnlyKeys("a", "b");
    }

    @Test
    void what_was_asked_before_makes_no_difference() throws IOException {
        ContentHash hash = new ContentHash(TreeSpec.context("f:a/b/c:644:1;f:a/d:644:2;f:e:644:3"));
        for (String source : List.of("a/b", "*", "a", ".", "a/*", "e", "a/b")) {
            List<Selector> selectors = List.of(Selector.copySource(source));
            ContentHash fresh = new ContentHash(TreeSpec.context("f:a/b/c:644:1;f:a/d:644:2;f:e:644:3"));
            assertThat(hash.of(selectors).digest())
                    .as(source)
                    .isEqualTo(fresh.of(selectors).digest());
        }
    }

    @Test
    void what_an_earlier_state_held_makes_no_difference() throws IOException {
        ContentHash last = new ContentHash(TreeSpec.context(""));
        for (String state : List.of(
                "f:a/b/c:644:1;f:a/d:644:2;f:e:644:3",
                "f:a/b/c:644:1;f:a/d:644:2;f:e:644:3",
                "f:a/b/c:644:9;f:a/d:644:2;f:e:644:3",
                "f:a/b/c:755:9;f:a/d:644:2;f:e:644:3",
                "f:a/b/c:755:9;f:a/d:644:2;d:a/b:700;f:e:644:3",
                "f:a/b/c:755:9;f:a/d:644:2;d:a/b:700;f:e:644:3;x:a/b:user.k:v",
                "f:a/b/c:755:9;f:a/f:644:2;d:a/b:700;f:e:644:3;x:a/b:user.k:v",
                "f:b/b/c:755:9;f:b/f:644:2;d:b/b:700;f:e:644:3",
                "f:a/b/c:755:9;f:a/f:644:2;f:b/b/c:755:9;f:b/f:644:2;d:b/b:700;f:e:644:3",
                "f:a/a/c:755:9;f:a/f:644:2;f:b/b/c:755:9;f:b/f:644:2;d:b/b:700;f:e:644:3",
                "l:a/b:c;f:a/f:644:2;f:b/b:755:9;f:b/f:644:2;d:e:755",
                "")) {
            ContentHash next = last.next(TreeSpec.context(state));
            for (String source : List.of("a/*", "a/b", "b", "e", ".")) {
                List<Selector> selectors = List.of(Selector.copySource(source));
                Selection fresh = new ContentHash(TreeSpec.context(state)).of(selectors);
                assertThat(next.of(selectors).digest())
                        .as("%s of %s", source, state)
                        .isEqualTo(fresh.digest());
                assertThat(next.of(selectors).changesSince(last.of(selectors)))
                        .as("%s of %s", source, state)
                        .isEqualTo(fresh.changesSince(last.of(selectors)));
            }
            last = next;
        }
    }

    @Test
    void files_change_in_a_folder_of_which_another_selection_has_more() throws IOException {
        ContentHash hash = new ContentHash(TreeSpec.context("f:a/b:644:1;f:a/c.txt:644:1"));
        Selection all = hash.of(List.of(Selector.copySource(".")));
        Selection some = hash.of(List.of(Selector.copySource("a/*.txt")));

        assertThat(all.changesSince(some))
                .containsExactly(new Change("a", Change.Kind.ADDED), new Change("a/b", Change.Kind.ADDED));
        assertThat(some.changesSince(all))
                .containsExactly(new Change("a", Change.Kind.REMOVED), new Change("a/b", Change.Kind.REMOVED));
    }

    @Test
    void what_is_missing_is_told_and_keys_apart() throws IOException {
        Selection missing = select("f:a:644:1", "b");

        assertThat(missing.problems()).extracting(Problem::path).containsExactly("/b");
        assertThat(missing.covered()).isEmpty();
        assertThat(missing.digest()).isNotEqualTo(select("f:a:644:1", "a").digest());
    }

    private static Selection select(String tree, String... sources) throws IOException {
        return new ContentHash(TreeSpec.context(tree))
                .of(Arrays.stream(sources).map(Selector::copySource).toList());
    }
}
