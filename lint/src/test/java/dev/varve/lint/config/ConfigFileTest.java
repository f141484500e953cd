package dev.varve.lint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.lint.Configuration;
import dev.varve.lint.LabelKind;
import dev.varve.lint.LatestRule;
import dev.varve.lint.Linter;
import dev.varve.lint.Rules;
import dev.varve.lint.Severity;
import dev.varve.plan.CacheModel;
import dev.varve.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    private static final ConfigFile READER = new ConfigFile(Rules.of(List.of(new LatestRule())));

    @TempDir
    Path folder;

    @Test
    void every_key_is_read() throws YamlException {
        LintConfig config = READER.parse(".varve.yaml", """
                select: [latest]
                ignore: [T1]
                severity:
                  latest: style
                threshold: error
                inline-ignores: false
                report-unused-ignores: true
                model: classic
                trusted-registries: [docker.io, '*.example.org']
                labels:
                  maintainer: email
                  note: text
                strict-labels: true
                exclude: ['**/vendor']
                shellcheck: off
                """);
        Configuration lint = config.configuration();
        assertThat(lint.select()).containsExactly("latest");
        assertThat(lint.ignore()).containsExactly("T1");
        assertThat(lint.severities()).containsEntry("latest", Severity.STYLE);
        assertThat(lint.threshold()).contains(Severity.ERROR);
        assertThat(lint.inlineIgnores()).isFalse();
        assertThat(lint.settings().model()).isEqualTo(CacheModel.CLASSIC);
        assertThat(lint.settings().trustedRegistries()).containsExactly("docker.io", "*.example.org");
        assertThat(lint.settings().labelSchema())
                .containsEntry("maintainer", LabelKind.EMAIL)
                .containsEntry("note", LabelKind.RAWTEXT);
        assertThat(lint.settings().strictLabels()).isTrue();
        assertThat(config.exclude()).containsExactly("**/vendor");
        assertThat(config.shellcheck()).isEqualTo("off");
        assertThat(config.reportUnusedIgnores()).isTrue();
    }

    @Test
    void what_is_not_understood_is_refused_with_its_line() {
        assertThatThrownBy(() -> READER.parse(".varve.yaml", "select: []\nignored: []\n"))
                .hasMessageStartingWith(".varve.yaml:2:1: ")
                .hasMessageContaining("ignored")
                .hasMessageContaining("ignore");
        assertThatThrownBy(() -> READER.parse(".varve.yaml", "ignore:\n  - lates\n"))
                .hasMessage(".varve.yaml:2:5: there is no rule lates; varve lint --list-rules shows those there are");
        assertThatThrownBy(() -> READER.parse(".varve.yaml", "threshold: fatal\n"))
                .hasMessage(".varve.yaml:1:12: expected error, warning, info or style, found fatal");
        assertThatThrownBy(() -> READER.parse(".varve.yaml", "labels: {a: colour}\n"))
                .hasMessageContaining("expected email, hash");
    }

    @Test
    void an_empty_file_changes_nothing() throws YamlException {
        assertThat(READER.parse(".varve.yaml", "# nothing\n")).isEqualTo(LintConfig.defaults());
    }

    @Test
    void the_nearest_file_up_the_tree_counts_and_hadolints_only_where_there_is_no_other() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        Path hadolint = Files.writeString(folder.resolve("a/.hadolint.yaml"), "ignored: [DL3006]\n");
        assertThat(ConfigFile.nearest(deep)).contains(hadolint);
        Path own = Files.writeString(folder.resolve(".varve.yaml"), "");
        assertThat(ConfigFile.nearest(deep)).contains(own);
    }

    @Test
    void hadolints_file_is_read() throws IOException {
        Path file = Files.writeString(folder.resolve(".hadolint.yaml"), """
                ignored: [DL3006, SC2086]
                failure-threshold: warning
                trustedRegistries: [docker.io]
                label-schema: {author: text}
                strict-labels: true
                disable-ignore-pragma: true
                override:
                  error: [DL3001]
                  style: [DL3015]
                format: tty
                """);
        Configuration lint = READER.read(file).configuration();
        assertThat(lint.ignore()).containsExactly("DL3006", "SC2086");
        assertThat(lint.threshold()).contains(Severity.WARNING);
        assertThat(lint.severities()).containsEntry("DL3001", Severity.ERROR).containsEntry("DL3015", Severity.STYLE);
        assertThat(lint.settings().trustedRegistries()).containsExactly("docker.io");
        assertThat(lint.settings().labelSchema()).containsEntry("author", LabelKind.RAWTEXT);
        assertThat(lint.inlineIgnores()).isFalse();
    }

    @Test
    void a_users_rule_finds_commands_by_name_and_argument() throws YamlException {
        assertThat(lines("""
                        rules:
                          - id: no-telnet
                            message: telnet is not for images
                            severity: error
                            match:
                              instruction: RUN
                              command: apt(-get)?
                              arguments: ['^telnet$']
                        """, "FROM a\nRUN apt-get install curl telnet\nRUN echo apt-get telnet\nCMD apt-get telnet\n"))
                .containsExactly(2);
    }

    @Test
    void a_users_rule_finds_images_flags_and_texts() throws YamlException {
        assertThat(lines("rules: [{id: x, message: m, match: {image: '^docker\\.io/'}}]", "FROM docker.io/a\nFROM b\n"))
                .containsExactly(1);
        assertThat(lines(
                        "rules: [{id: x, message: m, match: {flags: {from: ^b}}}]",
                        "FROM a\nCOPY --from=b c d\nCOPY e f\n"))
                .containsExactly(2);
        assertThat(lines(
                        "rules: [{id: x, message: m, match: {instruction: [ENV, ARG], text: TOKEN}}]",
                        "FROM a\nARG TOKEN\nRUN TOKEN\n"))
                .containsExactly(2);
    }

    @Test
    void a_users_rule_may_ask_for_what_must_be_there() throws YamlException {
        String rule = "rules: [{id: x, message: m, absent: {instruction: HEALTHCHECK}}]";
        assertThat(lines(rule, "FROM a\nRUN b\n")).containsExactly(1);
        assertThat(lines(rule, "FROM a\nHEALTHCHECK CMD b\n")).isEmpty();
    }

    @Test
    void the_examples_of_a_users_rule_are_its_tests() throws YamlException {
        LintConfig config = READER.parse(".varve.yaml", """
                rules:
                  - id: no-telnet
                    message: m
                    match: {command: telnet}
                    examples:
                      bad: ["FROM a\\nRUN telnet x", "FROM a\\nRUN nc x"]
                      good: ["FROM a\\nRUN nc x"]
                """);
        CustomRule rule = (CustomRule) config.rules().get(0);
        assertThat(rule.complaints())
                .containsExactly(".varve.yaml:2:5: no-telnet finds nothing in the example\n    FROM a\n    RUN nc x");
        assertThat(rule.examples()).isEqualTo(3);
    }

    @Test
    void a_users_rule_that_makes_no_sense_is_refused_with_its_line() {
        assertThatThrownBy(() -> READER.parse("f", "rules:\n  - id: X\n    message: m\n    match: {}\n"))
                .hasMessageStartingWith("f:2:9: expected lower-case words");
        assertThatThrownBy(() -> READER.parse("f", "rules:\n  - id: x\n    message: m\n"))
                .hasMessage("f:2:5: rule x needs either match or absent");
        assertThatThrownBy(() -> READER.parse("f", "rules: [{id: x, message: m, match: {text: '('}}]"))
                .hasMessageContaining("no regular expression");
    }

    private static List<Integer> lines(String config, String dockerfile) throws YamlException {
        LintConfig read = READER.parse(".varve.yaml", config);
        Dockerfile file = Dockerfile.parse("Dockerfile", dockerfile);
        return new Linter(Rules.of(read.rules()), read.configuration())
                .lint(file).findings().stream()
                        .map(finding -> file.position(finding.range().start()).line())
                        .toList();
    }
}
