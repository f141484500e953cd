package dev.varve.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {
    @Test
    void what_is_written_is_read_again() throws JsonException {
        String text =
                "{\"b\":[1,-2,0.5,true,false,null],\"a\":{\"\":\"\u00e9 \ud83d\udc33 \\\"\\\\\\n\\u0000\"},\"c\":{}}";

        JsonObject read = parse(text);

        assertThat(read.toString()).isEqualTo(text);
        assertThat(read.members().keySet()).containsExactly("b", "a", "c");
        assertThat(read.members().get("b")).isEqualTo(Arrays.asList(1L, -2L, new BigDecimal("0.5"), true, false, null));
    }

    @Test
    void the_largest_numbers_are_exact() throws JsonException {
        assertThat(parse("{\"n\":9223372036854775807}").number("n")).isEqualTo(Long.MAX_VALUE);
        assertThat(parse("{\"n\":-9223372036854775808}").number("n")).isEqualTo(Long.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":1",
                "{\"a\":1}}",
                "{\"a\":1} {}",
                "{\"a\":1}x",
                "{'a':1}",
                "{a:1}",
                "{\"a\":'b'}",
                "{\"a\":b}",
                "{\"a\"=1}",
                "{\"a\":1;\"b\":2}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{\"a\":[,1]}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":TRUE}",
                "{\"a\":Null}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":9223372036854775808}",
                "{\"a\":1e99999999999}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\'\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"",
                "// nothing\n{}",
                "{/* nothing */}",
                "# nothing\n{}",
                ")]}'\n{}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "[]",
                "\"a\"",
                "1",
                "null"
            })
    void what_is_no_object_of_json_is_refused(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(JsonException.class)
                .message()
                .doesNotContain("Gson", "Strictness", "http");
    }

    @Test
    void a_byte_order_mark_is_passed_over() throws JsonException {
        assertThat(parse("\ufeff{}")).isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void text_that_is_not_utf_8_is_refused() {
        assertThatThrownBy(() -> JsonObject.parse(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void nesting_is_bounded() throws JsonException {
        assertThat(parse("{\"a\":" + "[".repeat(99) + "]".repeat(99) + "}").has("a"))
                .isTrue();
        for (int depth : new int[] {100, 1_000_000}) {
            String deep = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
            assertThatThrownBy(() -> parse(deep)).hasMessage("no JSON, or nested too deep, at $.a" + "[0]".repeat(99));
        }
    }

    @Test
    void numbers_are_bounded() {
        assertThatThrownBy(() -> parse("{\"a\":1." + "0".repeat(1_000_000) + "}"))
                .hasMessage("no JSON, or nested too deep, at $.a");
    }

    @Test
    void a_mistake_is_told_with_its_place() {
        assertThatThrownBy(() -> parse("{\"layers\":[{\"size\":1},{\"size\":x}]}"))
                .hasMessage("no JSON, or nested too deep, at $.layers[1].size");
        assertThatThrownBy(() -> parse("{\"a\":{\"b\":1,\"b\":2}}"))
                .hasMessage("no JSON that is read here: 'b' comes twice at $.a.b");
    }

    @Test
    void half_a_character_is_written_as_none() {
        assertThat(JsonObject.of(Map.of("a", List.of("x\ud83dy", "\udc33"))))
                .hasToString("{\"a\":[\"x\ufffdy\",\"\ufffd\"]}");
    }

    private static JsonObject parse(String text) throws JsonException {
        return JsonObject.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04:05Z",
                "2026-01-02T03:04:05.6Z",
                "2026-01-02T03:04:05.678901234Z",
                "2024-02-29T23:59:59.000000001Z",
                "0001-01-01T00:00:00Z",
                "1969-12-31T23:59:59.5Z",
                "9999-12-31T23:59:59Z",
                "2026-01-02T03:04Z",
                "2026-01-02T03:04:05.Z",
                "2026-01-02T03:04:05.5+02:00",
                "2026-01-02T03:04:05-11:30"
            })
    void a_time_is_what_the_library_reads(String time) throws JsonException {
        assertThat(JsonObject.EMPTY.with("t", time).time("t"))
                .isEqualTo(OffsetDateTime.parse(time).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "2026-01-02",
                "2026-01-02T03:04:05",
                "2026-01-02T03:04:05,5Z",
                "2026-01-02T03:04:05.1234567890Z",
                "2026-02-29T03:04:05Z",
                "2026-13-02T03:04:05Z",
                "2026-00-02T03:04:05Z",
                "2026-01-02T24:04:05Z",
                "2026-01-02T03:60:05Z",
                "2026-01-02T03:04:60Z",
                "2026-01-02T03:04:-5Z",
                "2026-01-02 03:04:05Z",
                "20260-1-02T03:04:05Z",
                "2026-01-02T03:04:0\u0665Z"
            })
    void what_is_no_time_is_refused(String text) {
        assertThatThrownBy(() -> JsonObject.EMPTY.with("t", text).time("t"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("'t' is no time");
        assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void a_replacement_character_is_one_of_utf_8() throws JsonException {
        assertThat(parse("{\"a\":\"\ufffd\"}").text("a")).isEqualTo("\ufffd");
    }
}
