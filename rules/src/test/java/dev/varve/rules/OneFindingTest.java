package dev.varve.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.lint.Configuration;
import dev.varve.lint.Linter;
import dev.varve.lint.Rules;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake that stops the builder is told by one rule. */
class OneFindingTest {
    private static final Linter SYNTAX = new Linter(
            Rules.of(new ShippedRules().rules()),
            Configuration.defaults()
                    .selecting(List.of("syntax-error", "forbidden-trigger", "instruction-before-from", "unbuildable")));

    @ParameterizedTest
    @CsvSource({
        "RUN make;FROM debian:12.5, instruction-before-from",
        "FROM debian:12.5;ONBUILD FROM debian:12.5, forbidden-trigger",
        "FROM debian:12.5;ONBUILD ONBUILD RUN make, forbidden-trigger",
        "FROM debian:12.5;ONBUILD MAINTAINER me, forbidden-trigger",
        "FROM debian:12.5;ONBUILD, syntax-error",
        "FROM debian:12.5;COYP . ., syntax-error"
    })
    void a_mistake_of_syntax_is_one_finding(String text, String rule) {
        Dockerfile file = Dockerfile.parse("Dockerfile", text.replace(";", "\n") + "\n");
        assertThat(SYNTAX.lint(file).findings())
                .extracting(finding -> finding.rule().id())
                .containsExactly(rule);
    }
}
