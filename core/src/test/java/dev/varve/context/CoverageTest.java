package dev.varve.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageTest {
    private static final BuildContext CONTEXT = InMemoryContext.builder()
            .file("package.json", "{}")
            .file("src/a.js", "a")
            .file("src/deep/b.ts", "b")
            .file("README.md", "r")
            .symlink("link", "src/deep")
            .build();

    @ParameterizedTest
    @ValueSource(strings = {".", "src", "src/*.js", "*.md", "link", "link/b.ts", "s*"})
    void it_is_what_the_content_hash_covers(String source) throws Exception {
        List<Selector> selectors = List.of(Selector.copySource(source));
        assertThat(Coverage.of(CONTEXT.tree(), selectors))
                .extracting(Entry::path)
                .containsExactlyElementsOf(
                        new ContentHash(CONTEXT).of(selectors).covered().keySet());
    }

    @Test
    void exclusions_count() {
        Selector selector = Selector.copySource(".").excluding(List.of("**/*.ts", "link"));
        assertThat(Coverage.of(CONTEXT.tree(), List.of(selector)))
                .extracting(Entry::path)
                .contains("src/a.js")
                .doesNotContain("src/deep/b.ts");
    }

    @Test
    void what_is_not_there_is_left_out() {
        assertThat(Coverage.of(CONTEXT.tree(), List.of(Selector.copySource("missing"))))
                .isEmpty();
    }
}
