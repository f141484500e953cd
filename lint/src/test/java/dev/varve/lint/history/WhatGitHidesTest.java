package dev.varve.lint.history;

import static dev.varve.lint.history.TestRepository.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.lint.history.git.CommitRange;
import dev.varve.lint.history.replay.ReplayOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a checkout or a full clone would show more than what is read here: {@code docs/replay.md} tells of each. */
class WhatGitHidesTest {
    @TempDir
    Path folder;

    private TestRepository git;

    @BeforeEach
    void create() {
        git = TestRepository.in(folder);
        git.file("Dockerfile", "FROM scratch\nCOPY . /app\nCOPY one /one\n").file("one", "1");
    }

    @AfterEach
    void close() {
        git.close();
    }

    /** As {@code git clone --depth} leaves it. */
    private void shallowAt(int commit) throws IOException {
        for (int before = 0; before < commit; before++) {
            lose(git.id(before));
        }
        Files.writeString(folder.resolve("shallow"), git.id(commit) + "\n");
    }

    /** As in a clone that was told to leave some objects with the server. */
    private void lose(String id) throws IOException {
        Files.delete(folder.resolve("objects").resolve(id.substring(0, 2)).resolve(id.substring(2)));
    }

    @Test
    void a_shallow_clone_is_replayed_from_where_it_begins_and_that_is_told() throws IOException {
        git.commit("lost");
        git.file("one", "2").commit("first that is there");
        git.file("one", "3").commit("last");
        shallowAt(1);
        ReplayReport report = git.replay();
        assertThat(row(report, "COPY one")).isEqualTo("CR");
        assertThat(report.notes())
                .containsExactly("the clone is shallow: what was before "
                        + git.id(1).substring(0, 10) + " is not here; 'git fetch --unshallow' brings it");
    }

    @Test
    void a_shallow_clone_that_has_all_that_was_asked_for_is_not_worth_a_word() throws IOException {
        git.commit("lost");
        git.commit("first that is there");
        git.file("one", "3").commit("last");
        shallowAt(1);
        assertThat(git.replay(CommitRange.defaults().withCommits(1), ReplayOptions.defaults())
                        .notes())
                .isEmpty();
    }

    @Test
    void the_end_of_a_merged_branch_is_told_of_too() throws IOException {
        git.commit("lost");
        git.file("one", "2").commit("main");
        git.commitOn(0, "side");
        git.commitOn(1, "main again");
        git.merge("merge", 2);
        lose(git.id(0));
        Files.writeString(folder.resolve("shallow"), git.id(1) + "\n" + git.id(2) + "\n");
        assertThat(git.replay(CommitRange.defaults().withAllParents(), ReplayOptions.defaults())
                        .notes())
                .anyMatch(note -> note.contains(git.id(1).substring(0, 10))
                        && note.contains(git.id(2).substring(0, 10)));
    }

    @Test
    void a_revision_that_a_shallow_clone_lacks_is_told_with_how_to_get_it() throws IOException {
        git.commit("lost");
        git.commit("last");
        shallowAt(1);
        assertThatThrownBy(() -> git.replay(CommitRange.defaults().withSince("HEAD~1"), ReplayOptions.defaults()))
                .hasMessageContaining(
                        "HEAD~1: there is no such revision in the repository, of which the clone has only the"
                                + " latest commits; 'git fetch --unshallow' brings the others");
    }

    @Test
    void a_partial_clone_without_old_files_is_replayed_all_the_same() throws IOException {
        String old = git.idOf("one");
        git.commit("first");
        git.file("one", "2").commit("second");
        lose(old);
        ReplayReport report = git.replay();
        assertThat(row(report, "COPY one")).isEqualTo("CR");
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void a_partial_clone_without_a_links_target_is_replayed_and_that_is_told_where_it_is_still_there()
            throws IOException {
        git.link("link", "one");
        String old = git.idOf("link");
        git.commit("first");
        lose(old);
        assertThat(git.replay().notes())
                .containsExactly("the clone lacks where link led; 'git fetch --refetch --no-filter' brings it");
        git.link("link", "Dockerfile").commit("second");
        assertThat(git.replay().notes()).isEmpty();
    }

    @Test
    void a_partial_clone_without_folders_or_the_dockerfile_is_told_with_what_to_do() throws IOException {
        git.commit("first");
        lose(git.idOf("Dockerfile"));
        assertThatThrownBy(git::replay)
                .hasMessageContaining("the clone lacks objects of its history (a partial clone?)")
                .hasMessageContaining("'git fetch --refetch --no-filter' brings them");
    }

    @Test
    void a_pointer_of_large_file_storage_changes_when_its_file_does() {
        git.file("one", pointer('1')).commit("first");
        git.file("two", "2").commit("another file");
        git.file("one", pointer('2')).commit("another content");
        ReplayReport report = git.replay();
        assertThat(TestRepository.step(report, "COPY one").avoidable()).isEqualTo(1);
        assertThat(row(report, "COPY one")).isEqualTo("CAR");
    }

    private static String pointer(char digit) {
        return "version https://git-lfs.github.com/spec/v1\noid sha256:"
                + String.valueOf(digit).repeat(64) + "\nsize 12345\n";
    }

    @Test
    void line_endings_that_a_checkout_makes_are_not_seen_and_that_is_told() {
        git.file(".gitattributes", "*.sh text\n").commit("first");
        git.file(".gitattributes", "* eol=crlf\n").commit("checks out with CRLF");
        git.file("one", "1\r\n").commit("is kept with CRLF");
        ReplayReport report = git.replay();
        assertThat(row(report, "COPY one")).isEqualTo("CAR");
        assertThat(report.notes())
                .containsExactly(".gitattributes changed: what a checkout makes of a file because of it (line endings,"
                        + " filters) is not seen, only what git keeps");
    }

    @Test
    void attributes_that_stay_as_they_are_are_not_worth_a_word() {
        git.file(".gitattributes", "* eol=crlf\n").commit("first");
        git.file("one", "2").commit("second");
        assertThat(git.replay().notes()).isEmpty();
    }

    @Test
    void a_submodule_that_is_not_copied_counts_for_nothing() {
        git.file("Dockerfile", "FROM scratch\nCOPY one /one\n")
                .submodule("vendor", "1".repeat(40))
                .commit("first");
        git.submodule("vendor", "2".repeat(40)).commit("bump");
        assertThat(row(git.replay(), "COPY one")).isEqualTo("C.");
        assertThat(git.replay().notes()).isEmpty();
    }

    @Test
    void a_changed_mode_alone_is_a_change_and_its_way_back_is_in_the_cache() {
        git.commit("first");
        git.executable("one", "1").commit("can be run");
        git.file("one", "1").commit("cannot any more");
        assertThat(row(git.replay(), "COPY one")).isEqualTo("CR.");
    }

    @Test
    void what_git_ignores_and_a_whole_folder_takes_is_told_by_name() {
        git.file(".gitignore", "# made\n/dist/\nnode_modules\n*.log\n!keep\n.env\none\n")
                .file(".dockerignore", "node_modules\n")
                .commit("first");
        assertThat(git.replay().notes())
                .containsExactly(
                        "line 2 takes what git ignores where it is there, and the build's ignore file does not keep"
                                + " it out: dist, .env; what changes there cannot be seen");
    }

    @Test
    void what_git_ignores_elsewhere_is_not() {
        git.file("Dockerfile", "FROM scratch\nCOPY src /src\n")
                .file("src/a", "1")
                .file(".gitignore", "dist\nsrc/made\n")
                .commit("first");
        assertThat(git.replay().notes()).singleElement().asString().contains("keep it out: src/made;");
    }
}
