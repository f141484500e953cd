package dev.varve.lint.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.context.Entry;
import dev.varve.context.InMemoryContext;
import dev.varve.context.Selector;
import dev.varve.lint.movement.Ecosystem;
import dev.varve.lint.movement.Reads;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What thousands of Dockerfiles of one folder may ask of it at the price of one. */
class ContextFilesTest {
    private static final Reads NODE = new Reads.Manifests(Set.of(Ecosystem.NODE), Set.of());
    private static final Reads GO = new Reads.Manifests(Set.of(Ecosystem.GO), Set.of());

    private final ContextFiles files = new ContextFiles(InMemoryContext.builder()
            .file("web/app.ts", "let a")
            .file("web/package.json", "{}")
            .file("logo.png", "...")
            .build());

    @Test
    void what_a_copy_takes_is_found_once_for_all_copies_of_the_same() {
        List<Entry> first = files.files(List.of(Selector.copySource(".")));

        assertThat(first).map(Entry::path).containsExactly("logo.png", "web/app.ts", "web/package.json");
        assertThat(files.files(List.of(Selector.copySource("/")))).isSameAs(first);
    }

    @Test
    void it_knows_whether_a_folder_or_file_has_something_that_is_read() {
        assertThat(files.anyRead("", NODE)).isTrue();
        assertThat(files.anyRead("web", NODE)).isTrue();
        assertThat(files.anyRead("web/package.json", NODE)).isTrue();
        assertThat(files.anyRead("web/app.ts", NODE)).isFalse();
        assertThat(files.anyRead("", GO)).isFalse();
        assertThat(files.isFile("web/app.ts")).isTrue();
        assertThat(files.isFile("web")).isFalse();
    }

    @Test
    void answers_are_kept_for_the_latest_questions_only() {
        int[] worked = {0};
        for (int round = 0; round < 2; round++) {
            for (int question = 0; question < 1000; question++) {
                files.once("what is " + question, Integer.class, whole -> ++worked[0]);
            }
        }
        assertThat(worked[0]).isEqualTo(2000);
        assertThat(files.<Integer>once("what is 999", Integer.class, whole -> -1))
                .isEqualTo(2000);
    }
}
