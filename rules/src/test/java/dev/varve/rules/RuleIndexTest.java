package dev.varve.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.lint.Category;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/rules}: an index and a page for each rule, and nothing else. {@code -Dvarve.update=true} writes the index anew. */
class RuleIndexTest {
    private static final Path DOCS = Path.of("../docs/rules");
    private static final List<Rule> ALL = Rules.of(new ShippedRules().rules()).all();

    @Test
    void the_index_lists_every_rule() throws IOException {
        if (Boolean.getBoolean("varve.update")) {
            Files.writeString(DOCS.resolve("README.md"), index());
        }
        assertThat(DOCS.resolve("README.md")).hasContent(index());
    }

    @Test
    void every_page_is_that_of_a_rule() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS, 2)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> DOCS.relativize(file).toString())
                            .filter(file -> !file.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(
                            ALL.stream().map(rule -> page(rule.info())).toList());
        }
    }

    private static String page(RuleInfo rule) {
        return rule.category().label() + "/" + rule.id() + ".md";
    }

    private static String index() {
        StringBuilder text =
                new StringBuilder("# Rules\n\n`varve lint --list-rules` prints this list, `--explain RULE` a page.\n");
        for (Category category : Category.values()) {
            List<Rule> rules = ALL.stream()
                    .filter(rule -> rule.info().category() == category)
                    .toList();
            if (!rules.isEmpty()) {
                text.append("\n## ")
                        .append(category.label())
                        .append("\n\n| rule | severity | also called | |\n|---|---|---|---|\n");
                rules.forEach(rule -> text.append(row(rule)));
            }
        }
        return text.toString();
    }

    private static String row(Rule rule) {
        RuleInfo info = rule.info();
        return "| [" + info.id() + "](" + page(info) + ") | " + info.severity().label()
                + (info.enabled() ? "" : ", off by default") + " | " + String.join(", ", info.aliases()) + " | "
                + rule.page().summary().replace("|", "\\|") + " |\n";
    }
}
