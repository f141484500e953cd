package dev.varve.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {
    private static final String CONFIG = """
            # a comment
            name: web-ping
            port: 8080
            debug: true
            nothing: ~
            tags:
              - one
              - "2"
            limits: {size: 1.10, text: 'x: y'}
            script: |
              first
              second
            """;

    private static final String ODD = "\n\t {}[]:,-'\"|>&*!%@`?#~<\\0x\u007f";

    @Test
    void values_are_read_by_the_type_that_the_reader_expects() throws YamlException {
        YamlMapping config = yaml(CONFIG).mapping();

        assertThat(config.require("name").text()).isEqualTo("web-ping");
        assertThat(config.integer("port")).hasValue(8080);
        assertThat(config.bool("debug", false)).isTrue();
        assertThat(config.texts("tags")).containsExactly("one", "2");
        assertThat(config.mapping("limits").orElseThrow().text("size")).hasValue("1.10");
        assertThat(config.text("script")).hasValue("first\nsecond\n");
        assertThat(config.entries().keySet())
                .containsExactly("name", "port", "debug", "nothing", "tags", "limits", "script");
    }

    @Test
    void keys_and_values_know_their_line_and_column() throws YamlException {
        YamlMapping config = yaml(CONFIG).mapping();

        assertThat(List.copyOf(config.entries().values()).get(1).key().at())
                .isEqualTo(new YamlPosition("c.yaml", 3, 1));
        assertThat(config.require("port").at()).isEqualTo(new YamlPosition("c.yaml", 3, 7));
        assertThat(config.list("tags").get(1).at()).isEqualTo(new YamlPosition("c.yaml", 8, 5));
        assertThat(config.mapping("limits").orElseThrow().require("text").at())
                .isEqualTo(new YamlPosition("c.yaml", 9, 28));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x:", "x: ~", "x: null", "x: NULL", "{x: }"})
    void a_key_without_a_value_counts_as_absent(String text) throws YamlException {
        YamlMapping mapping = yaml(text).mapping();

        assertThat(mapping.optional("x")).isEmpty();
        assertThat(mapping.entries()).containsKey("x");
    }

    @Test
    void quotes_make_a_text() throws YamlException {
        YamlMapping mapping =
                yaml("{null: 'null', number: \"1\", bool: 'true'}").mapping();

        assertThat(mapping.text("null")).hasValue("null");
        assertThatThrownBy(() -> mapping.integer("number"))
                .hasMessage("c.yaml:1:24: expected a whole number, found \"1\"");
        assertThatThrownBy(() -> mapping.bool("bool", false))
                .hasMessage("c.yaml:1:35: expected true or false, found \"true\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: 1\\na: 2|2:1: the key 'a' was given before, at line 1",
                "a: &x 1|1:4: anchors and aliases are not supported; write the value out",
                "a: *x|1:4: anchors and aliases are not supported; write the value out",
                "a: !!str 1|1:4: tags are not supported; quote what is to be a text",
                "<<: {a: 1}|1:1: merge keys are not supported; write the keys out",
                "[a]: 1|1:1: expected a text as key, found a list or mapping",
                "a: 1\\n---\\nb: 1|3:1: expected one document, found 2",
                "a: [1|1:6: expected ',' or ']', but got <stream end>",
                "a: 'x|1:6: found unexpected end of stream",
                "a: b: c|1:5: mapping values are not allowed here",
                "a: \\0|1:4: the character U+0000 is not allowed",
            })
    void what_cannot_be_read_is_told_with_its_place(String text, String message) {
        assertThatThrownBy(() -> yaml(text.replace("\\n", "\n").replace("\\0", "\0")))
                .isInstanceOf(YamlException.class)
                .hasMessage("c.yaml:" + message);
    }

    @Test
    void another_type_than_expected_is_told_with_its_place() throws YamlException {
        YamlMapping config = yaml(CONFIG).mapping();

        assertThatThrownBy(() -> config.require("tags").text()).hasMessage("c.yaml:7:3: expected a text, found a list");
        assertThatThrownBy(() -> config.list("name")).hasMessage("c.yaml:2:7: expected a list, found 'web-ping'");
        assertThatThrownBy(() -> config.require("script").mapping())
                .hasMessage("c.yaml:10:9: expected a mapping, found \"first…\"");
        assertThatThrownBy(() -> yaml("").mapping()).hasMessage("c.yaml:1:1: expected a mapping, found nothing");
    }

    @Test
    void a_missing_key_is_told_at_its_mapping_and_an_empty_one_at_its_place() throws YamlException {
        YamlMapping config = yaml("a:\n  b:\n  c: 1").mapping().require("a").mapping();

        assertThatThrownBy(() -> config.require("x")).hasMessage("c.yaml:2:3: expected the key 'x'");
        assertThatThrownBy(() -> config.require("b")).hasMessage("c.yaml:2:5: expected a value for 'b', found nothing");
    }

    @Test
    void an_unknown_key_is_told_with_the_nearest_known_one() throws YamlException {
        YamlMapping config = yaml("name: x\nTagz: y\n").mapping();

        assertThatThrownBy(() -> config.onlyKeys("name", "tags"))
                .hasMessage("c.yaml:2:1: unknown key 'Tagz'; did you mean 'tags'?");
        assertThatThrownBy(() -> config.onlyKeys("name", "else"))
                .hasMessage("c.yaml:2:1: unknown key 'Tagz'; known are name, else");
        config.onlyKeys("name", "Tagz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"010", "0x1F", "1_000", "1.0", "99999999999", "one"})
    void what_may_be_read_as_another_number_is_no_whole_number(String text) {
        assertThrows(YamlException.class, () -> yaml(text).integer());
    }

    @Test
    void json_is_read_with_its_own_rules() throws YamlException {
        YamlMapping json =
                json("{\n\t\"a\\u0062\": [1, \"x\\/y\", null],\n\t\"t\": true}").mapping();

        assertThat(json.list("ab").get(0).integer()).isEqualTo(1);
        assertThat(json.list("ab").get(1)).isEqualTo(new YamlScalar(new YamlPosition("c.json", 2, 17), "x/y", true));
        assertThat(json.list("ab").get(2).isNull()).isTrue();
        assertThat(json.bool("t", false)).isTrue();
        assertThatThrownBy(() -> json("{\"a\": 1, \"a\": 2}"))
                .hasMessage("c.json:1:10: the key 'a' was given before, at line 1");
        assertThatThrownBy(() -> json("{'a': 1}"))
                .hasMessageStartingWith("c.json:1:2: Unexpected character (''' (code 39))");
    }

    @Test
    void documents_are_read_one_by_one_where_several_are_asked_for() throws YamlException {
        List<YamlDocument> documents = YamlDocument.parseAll("c.yaml", bytes("a: 1\n---\n- b\n"));

        assertThat(documents).hasSize(2);
        assertThat(documents.get(1).root().texts()).containsExactly("b");
        assertThat(YamlDocument.parseAll("c.yaml", bytes("# nothing\n"))).hasSize(1);
    }

    @Test
    void what_is_too_big_or_too_deep_is_refused(@TempDir Path folder) throws Exception {
        Path big = Files.writeString(folder.resolve("big.yaml"), "x".repeat(YamlDocument.LARGEST + 1));

        assertThatThrownBy(() -> YamlDocument.read(big)).hasMessage(big + ":1:1: expected at most 1048576 bytes");
        assertThatThrownBy(() -> yaml("[".repeat(10_000))).isInstanceOf(YamlException.class);
        assertThatThrownBy(() -> json("[".repeat(10_000))).isInstanceOf(YamlException.class);
        assertThatThrownBy(() -> YamlDocument.parse("c.yaml", new byte[] {'a', '\n', 'b', (byte) 0xC3, '('}))
                .hasMessage("c.yaml:2:2: expected UTF-8, found other bytes");
    }

    @Test
    void any_bytes_are_a_tree_or_a_yaml_exception() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] text = bytes(CONFIG);
            for (int change = random.nextInt(4); change >= 0; change--) {
                text[random.nextInt(text.length)] = (byte) ODD.charAt(random.nextInt(ODD.length()));
            }
            try {
                YamlDocument.parseAll(random.nextBoolean() ? "c.yaml" : "c.json", text);
            } catch (YamlException e) {
                assertThat(e.getMessage()).startsWith("c.").doesNotContain("\n");
            }
        }
    }

    private static YamlNode yaml(String text) throws YamlException {
        return YamlDocument.parse("c.yaml", bytes(text)).root();
    }

    private static YamlNode json(String text) throws YamlException {
        return YamlDocument.parse("c.json", bytes(text)).root();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
