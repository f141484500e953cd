package dev.varve.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReadingTest {
    private static JsonObject read(String text) throws JsonException {
        return JsonObject.parse(text.getBytes(UTF_8));
    }

    private static void assertRefused(byte[] text, String why) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonObject.parse(text))
                .withMessage(why);
    }

    @Test
    void members_keep_their_order_and_their_types() throws JsonException {
        JsonObject object = read(
                " {\"b\" : \"x\" ,\n\t\"a\":[1, -2.5e3,true , false,null,{}],\r\n\"c\":{\"d\":[]}, \"\":-9223372036854775808}\n");

        assertThat(object.members()).containsOnlyKeys("b", "a", "c", "").containsEntry("b", "x");
        assertThat(object.members().get("a"))
                .isEqualTo(Arrays.asList(1L, new BigDecimal("-2.5e3"), true, false, null, JsonObject.EMPTY));
        assertThat(object.members().get("c")).isEqualTo(JsonObject.of(Collections.singletonMap("d", List.of())));
        assertThat(object.number("")).isEqualTo(Long.MIN_VALUE);
        assertThat(object.members().keySet()).containsExactly("b", "a", "c", "");
    }

    @Test
    void escapes_and_other_scripts_are_read() throws JsonException {
        assertThat(read("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00 é😀\"}")
                        .text("a"))
                .isEqualTo("\"\\/\b\f\n\r\té😀 é😀");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                   | expected the name of a member in line 1, column 2, and the text ends",
                "{\"a\"              | expected ':' in line 1, column 5, and the text ends",
                "{\"a\":             | expected a value in line 1, column 6, and the text ends",
                "{\"a\":1            | expected ',' or '}' in line 1, column 7, and the text ends",
                "{\"a\":1,}          | expected the name of a member in line 1, column 8",
                "{\"a\":[1,]}        | expected a value in line 1, column 9",
                "{\"a\":[1 2]}       | expected ',' or ']' in line 1, column 9",
                "{a:1}               | expected the name of a member in line 1, column 2",
                "{\"a\":tru}         | expected true in line 1, column 6",
                "{\"a\":01}          | expected no zero before a number in line 1, column 8",
                "{\"a\":1.}          | expected a digit in line 1, column 8",
                "{\"a\":-}           | expected a digit in line 1, column 7",
                "{\"a\":1e}          | expected a digit in line 1, column 8",
                "{\"a\":+1}          | expected a value in line 1, column 6",
                "{\"a\":NaN}         | expected a value in line 1, column 6",
                "{\"a\":'x'}         | expected a value in line 1, column 6",
                "{\"a\":\"x          | expected the end of a text in line 1, column 8, and the text ends",
                "{\"a\":\"\\x\"}     | expected an escape such as \\n or \\u00e9 in line 1, column 9",
                "{\"a\":\"\\u00g0\"} | expected four hexadecimal digits in line 1, column 11",
                "{\"a\":1,\"a\":2}   | 'a' comes twice in one object in line 1, column 11",
                "{\"a\":99999999999999999999} | a number is too large in line 1, column 26",
                "// x                | expected a value in line 1, column 1",
            })
    void what_is_no_json_is_told_with_its_place(String text, String why) {
        assertRefused(text.getBytes(UTF_8), "no JSON: " + why);
    }

    @Test
    void a_line_break_in_a_text_is_none() {
        assertRefused(
                "{\n \"a\":\"\n\"}".getBytes(UTF_8),
                "no JSON: expected no control character in a text in line 2, column 7");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        assertRefused("{\"a\":\"é\"}".getBytes(ISO_8859_1), "no JSON: a text is not in UTF-8 in line 1, column 8");
    }

    @Test
    void deep_nesting_has_an_end() throws JsonException {
        assertThat(read("{\"a\":" + "[".repeat(99) + "]".repeat(99) + "}").has("a"))
                .isTrue();
        assertRefused(
                ("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}").getBytes(UTF_8),
                "no JSON: it is nested more than 100 deep in line 1, column 106");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void an_empty_text_is_none(String text) {
        assertRefused(text.getBytes(UTF_8), "no JSON: the text is empty");
    }

    @Test
    void only_one_object_is_read() {
        assertRefused("{} {}".getBytes(UTF_8), "something follows the JSON document");
        assertRefused("[]".getBytes(UTF_8), "expected a JSON object");
    }
}
