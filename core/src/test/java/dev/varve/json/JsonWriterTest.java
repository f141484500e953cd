package dev.varve.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private static String written(String text) {
        StringBuilder out = new StringBuilder();
        new JsonWriter(out).text(text);
        return out.toString();
    }

    @Test
    void commas_stand_between_members_and_items() {
        StringBuilder out = new StringBuilder();
        JsonWriter json = new JsonWriter(out);

        json.startObject()
                .name("a")
                .number(1)
                .name("b")
                .startList()
                .text("x")
                .truth(true)
                .nothing();
        json.startObject().endObject().endList().name("c").number(0.5).name("d").number(new BigDecimal("1E+3"));
        json.endObject();

        assertThat(out).hasToString("{\"a\":1,\"b\":[\"x\",true,null,{}],\"c\":0.5,\"d\":1E+3}");
    }

    @Test
    void what_may_not_stand_in_a_text_is_escaped() {
        assertThat(written("\"\\/\b\f\n\r\t\u0000\u001f\u007fé😀"))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001F\u007fé😀\"");
    }

    @Test
    void half_a_surrogate_pair_is_replaced() {
        assertThat(written("a\uD83Db\uDE00")).isEqualTo("\"a\uFFFDb\uFFFD\"");
        assertThat(written("\uD83D")).isEqualTo("\"\uFFFD\"");
    }

    @Test
    void what_was_read_is_written_the_same() throws JsonException {
        String text = "{\"a\":[1,-2.50,\"é\",null,[],{\"b\":true}]}";

        assertThat(JsonObject.parse(text.getBytes(UTF_8))).hasToString(text);
        assertThat(JsonObject.EMPTY.with("a", Arrays.asList(1, "x", List.of()))).hasToString("{\"a\":[1,\"x\",[]]}");
    }

    @Test
    void what_cannot_be_written_is_told() {
        Writer full = new Writer() {
            @Override
            public void write(char[] chars, int offset, int length) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new JsonWriter(full).text("x"))
                .withMessageContaining("no space left");
    }
}
