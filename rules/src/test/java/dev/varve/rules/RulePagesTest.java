package dev.varve.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.lint.ExampleCheck;
import dev.varve.lint.Rule;
import dev.varve.lint.page.RulePage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule does what its page says, and every page says what it must. */
class RulePagesTest {
    static Stream<Rule> rules() {
        return new ShippedRules().rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_examples_of_a_page_are_found_and_fixed_as_it_says(Rule rule, @TempDir Path scratch) throws IOException {
        assertThat(new ExampleCheck(rule, scratch, ExampleSettings::read).complaints())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_page_has_every_section(Rule rule) {
        RulePage page = rule.page();
        assertThat(page.title()).isEqualTo(rule.info().id());
        assertThat(page.summary()).isNotBlank().doesNotContain("\n");
        assertThat(page.sections().keySet()).containsSubsequence("What", "Why", "❌", "✅", "Fix", "Since", "Aliases");
        assertThat(page.bad()).isNotEmpty();
        assertThat(page.good()).isNotEmpty();
        assertThat(page.bad())
                .allSatisfy(example -> assertThat(example.expected()).isNotEmpty());
        assertThat(page.good())
                .allSatisfy(example -> assertThat(example.expected()).isEmpty());
        rule.info()
                .aliases()
                .forEach(alias -> assertThat(page.section("Aliases").orElse("")).contains(alias));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_lives_in_the_package_of_its_category(Rule rule) {
        assertThat(rule.getClass().getPackageName())
                .isEqualTo("dev.varve.rules." + rule.info().category().label());
    }
}
