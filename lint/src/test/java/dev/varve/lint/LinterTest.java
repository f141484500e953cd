package dev.varve.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dockerfile.Dockerfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinterTest {
    private static final Rules RULES = Rules.of(List.of(new LatestRule()));

    @Test
    void findings_stand_in_the_order_of_the_file_and_know_their_rule() {
        LintedFile linted = lint("FROM a:latest\nFROM b:latest\n", Configuration.defaults());
        assertThat(linted.findings()).extracting(f -> f.range().start()).containsExactly(6, 20);
        Finding first = linted.findings().get(0);
        assertThat(first.rule().id()).isEqualTo("latest");
        assertThat(first.severity()).isEqualTo(Severity.WARNING);
        assertThat(first.evidence()).containsEntry("image", "a:latest");
    }

    @Test
    void a_comment_above_an_instruction_ignores_a_rule_by_id_or_alias() {
        assertThat(found("# varve ignore=latest it is ours\nFROM a:latest\n")).isZero();
        assertThat(found("# hadolint ignore=T1\nFROM a:latest\n")).isZero();
        assertThat(found("# varve ignore=other,latest\nFROM a:latest\n")).isZero();
        assertThat(found("# varve ignore=latest\nFROM a:latest\nFROM b:latest\n"))
                .isEqualTo(1);
        assertThat(found("# varve ignore=latest\n\nFROM a:latest\n")).isEqualTo(1);
    }

    @Test
    void a_global_comment_ignores_a_rule_in_the_whole_file() {
        assertThat(found("FROM a:latest\nFROM b:latest\n# varve global ignore=latest\n"))
                .isZero();
        assertThat(found("# hadolint global ignore=T1\nFROM a:latest\nFROM b:latest\n"))
                .isZero();
    }

    @Test
    void the_check_directive_skips_rules_that_are_checks_of_buildkit() {
        assertThat(found("# check=skip=LatestUsed\nFROM a:latest\n")).isZero();
        assertThat(found("# check=skip=all\nFROM a:latest\n")).isZero();
        assertThat(found("# check=skip=Other\nFROM a:latest\n")).isEqualTo(1);
    }

    @Test
    void the_check_directive_makes_findings_errors() {
        LintedFile linted = lint("# check=error=true\nFROM a:latest\n", Configuration.defaults());
        assertThat(linted.findings()).extracting(Finding::severity).containsExactly(Severity.ERROR);
    }

    @Test
    void a_configuration_may_forbid_comments_that_ignore() {
        Configuration strict = new Configuration(
                List.of(), List.of(), List.of(), Map.of(), Optional.empty(), false, Settings.defaults());
        assertThat(lint("# varve ignore=latest\nFROM a:latest\n", strict).findings())
                .hasSize(1);
    }

    @Test
    void comments_that_ignore_nothing_are_told() {
        LintedFile linted =
                lint("# varve ignore=latest\nFROM a:1\n# hadolint ignore=SC2086\nRUN x\n", Configuration.defaults());
        assertThat(linted.unusedIgnores()).extracting(Ignore::rule).containsExactly("latest");
    }

    @Test
    void rules_are_selected_ignored_and_given_severities_by_any_of_their_names() {
        Configuration none = Configuration.defaults().ignoring(List.of("t1"));
        assertThat(lint("FROM a:latest\n", none).findings()).isEmpty();
        Configuration other = Configuration.defaults().selecting(List.of("something-else"));
        assertThat(lint("FROM a:latest\n", other).findings()).isEmpty();
        Configuration severe = new Configuration(
                List.of(),
                List.of(),
                List.of(),
                Map.of("LatestUsed", Severity.STYLE),
                Optional.empty(),
                true,
                Settings.defaults());
        assertThat(lint("FROM a:latest\n", severe).findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.STYLE);
    }

    @Test
    void two_rules_may_not_have_a_name_in_common() {
        assertThatThrownBy(() -> RULES.with(List.of(new LatestRule())))
                .hasMessage("two rules are called latest: latest and latest");
    }

    @Test
    void fixing_goes_on_until_nothing_is_left_and_keeps_everything_else() {
        Dockerfile file = Dockerfile.parse("Dockerfile", "from  a:latest as x\r\n\r\nFROM b:latest");
        FixedFile fixed = new Fixer(new Linter(RULES, Configuration.defaults()), false).fix(file, Optional.empty());
        assertThat(fixed.after().text()).isEqualTo("from  a:1 as x\r\n\r\nFROM b:1");
        assertThat(fixed.fixed()).hasSize(2);
        assertThat(fixed.isChanged()).isTrue();
    }

    private static int found(String text) {
        return lint(text, Configuration.defaults()).findings().size();
    }

    private static LintedFile lint(String text, Configuration configuration) {
        return new Linter(RULES, configuration).lint(Dockerfile.parse("Dockerfile", text));
    }
}
