package dev.varve.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InMemoryContextTest {
    @Test
    void folders_that_paths_imply_are_made_and_listed_before_what_they_hold() {
        InMemoryContext context = InMemoryContext.builder()
                .file("a/b/c", "1")
                .file("a-b", "2")
                .symlink("a/link", "../a-b")
                .build();

        assertThat(context.tree().entries())
                .containsExactly(
                        new Entry("a", EntryType.DIRECTORY, 0755, 0, null),
                        new Entry("a/b", EntryType.DIRECTORY, 0755, 0, null),
                        new Entry("a/b/c", EntryType.FILE, 0644, 1, null),
                        new Entry("a/link", EntryType.SYMLINK, 0777, 0, "../a-b"),
                        new Entry("a-b", EntryType.FILE, 0644, 1, null));
        assertThat(context.problems()).isEmpty();
    }

    @Test
    void a_folder_given_after_what_it_holds_keeps_its_own_mode() {
        InMemoryContext context =
                InMemoryContext.builder().file("a/b", "1").directory("a", 0700).build();

        assertThat(context.tree().find("a")).isEqualTo(new Entry("a", EntryType.DIRECTORY, 0700, 0, null));
    }

    @Test
    void a_path_given_twice_is_what_it_was_last() throws IOException {
        InMemoryContext twice =
                InMemoryContext.builder().file("a", "1").file("a", "2").build();

        assertThat(digest(twice))
                .isEqualTo(digest(InMemoryContext.builder().file("a", "2").build()));
    }

    @Test
    void a_digest_may_stand_for_the_bytes() throws IOException {
        String digest = "sha256:6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";

        assertThat(digest(InMemoryContext.builder().file("a", digest, 1, 0644).build()))
                .isEqualTo(digest(InMemoryContext.builder().file("a", "1").build()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blob 1",
                "sha256:6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4B",
                "sha256:6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4g",
                "sha256:6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4é",
                "sha512:6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b",
                ""
            })
    void digests_of_any_form_are_told_apart(String digest) throws IOException {
        assertThat(digest(InMemoryContext.builder().file("a", digest, 1, 0644).build()))
                .isNotEqualTo(digest(InMemoryContext.builder().file("a", "1").build()));
    }

    @Test
    void attributes_count_but_for_those_that_no_builder_sends() throws IOException {
        String plain = digest(InMemoryContext.builder().file("a", "1").build());

        assertThat(digest(attribute("user.k", "1"))).isNotEqualTo(plain).isNotEqualTo(digest(attribute("user.k", "2")));
        assertThat(digest(attribute("security.capability", "1"))).isNotEqualTo(plain);
        assertThat(List.of(
                        digest(attribute("security.selinux", "1")),
                        digest(attribute("system.posix_acl_access", "1")),
                        digest(attribute("com.apple.quarantine", "1"))))
                .containsOnly(plain);
        assertThat(attribute("user.k", "1").attributes(new Entry("a", EntryType.FILE, 0644, 1, null)))
                .isEqualTo(Map.of("user.k", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", ".", "..", "a/../b", "../a", "a/./b"})
    void paths_that_are_not_clean_are_refused(String path) {
        InMemoryContext.Builder builder = InMemoryContext.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.file(path, "1").build());
    }

    @Test
    void nothing_lies_in_a_file() {
        InMemoryContext.Builder builder =
                InMemoryContext.builder().file("a", "1").file("a/b", "2");

        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("a/b");
    }

    @Test
    void long_names_and_names_of_any_script_are_told_apart() throws IOException {
        for (String name : List.of("n".repeat(255), "n".repeat(127), "é".repeat(100), "\uD83D\uDE00", "x\uDCFF")) {
            assertThat(digest(InMemoryContext.builder().file(name, "1").build()))
                    .isNotEqualTo(digest(
                            InMemoryContext.builder().file(name + "n", "1").build()));
        }
    }

    private static InMemoryContext attribute(String name, String value) {
        return InMemoryContext.builder()
                .file("a", "1")
                .attribute("a", name, value)
                .build();
    }

    private static String digest(BuildContext context) throws IOException {
        return new ContentHash(context).of(List.of()).digest();
    }
}
