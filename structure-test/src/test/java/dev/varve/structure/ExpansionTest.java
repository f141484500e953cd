package dev.varve.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpansionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$A/x|a/x",
                "${A}x|ax",
                "$AB|",
                "$NONE.txt|.txt",
                "$$A|A",
                "a$|a$",
                "$/x|$/x",
                "${}x|x",
                "${A|A",
                "$1x|x",
                "${*}x|x",
                "${A-b}|''",
                "plain|plain",
            })
    void variables_are_replaced_as_go_does_it(String text, String expanded) {
        assertThat(Expansion.of(text, Map.of("A", "a"))).isEqualTo(expanded == null ? "" : expanded);
    }
}
