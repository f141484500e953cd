package dev.varve.lint.history.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.lint.history.TestRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitRangeTest {
    @TempDir
    Path folder;

    private TestRepository git;

    @BeforeEach
    void create() {
        git = TestRepository.in(folder.resolve("git"));
        git.file("Dockerfile", "FROM scratch\nCOPY a /a\n").file("a", "1").commit("one");
        git.file("a", "2").commit("two");
        git.file("a", "3").commitOn(0, "on a branch");
        git.merge("merge", 1);
        git.wait(1).file("a", "4").commit("last");
    }

    @AfterEach
    void close() {
        git.close();
    }

    @Test
    void the_line_of_first_parents_is_followed() {
        assertThat(messages(CommitRange.defaults())).containsExactly("one", "on a branch", "merge", "last");
    }

    @Test
    void or_all_of_them() {
        assertThat(messages(CommitRange.defaults().withAllParents()))
                .containsExactlyInAnyOrder("one", "two", "on a branch", "merge", "last")
                .endsWith("merge", "last");
    }

    @Test
    void the_last_ones_count() {
        assertThat(messages(CommitRange.defaults().withCommits(2))).containsExactly("merge", "last");
    }

    @Test
    void it_may_begin_with_a_revision_or_a_day() {
        assertThat(messages(CommitRange.defaults().withSince(git.id(2))))
                .containsExactly("on a branch", "merge", "last");
        assertThat(messages(CommitRange.defaults().withSince("HEAD~1"))).containsExactly("merge", "last");
        assertThat(messages(CommitRange.defaults().withSince("2026-01-02"))).containsExactly("last");
    }

    @Test
    void it_may_end_elsewhere() {
        assertThat(messages(CommitRange.defaults().withBranch(git.id(1)))).containsExactly("one", "two");
    }

    @Test
    void what_is_not_there_is_told() {
        assertThatThrownBy(() -> read(CommitRange.defaults().withSince("nowhere")))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> GitRepository.open(Files.createDirectory(folder.resolve("plain"))))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("no git repository");
    }

    private List<String> messages(CommitRange range) {
        try {
            return read(range).commits().stream().map(PastCommit::message).toList();
        } catch (HistoryException e) {
            throw new IllegalStateException(e);
        }
    }

    private History read(CommitRange range) throws HistoryException {
        try (GitRepository repository = GitRepository.open(git.folder())) {
            return repository.read(range, CommitTexts.NONE);
        }
    }
}
