package dev.varve.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoRegexTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "o w|hello world|true",
                "^world|hello world|false",
                "\\Ahello|hello world|true",
                "world\\z|hello world|true",
                "[[:alpha:]]{5}|hello|true",
                "(?i)HELLO|hello|true",
                "\\pL\\d|é1|true",
                "\\d|٣|false",
                "a.b|a\\nb|false",
                "(?s)a.b|a\\nb|true",
                "a$|a\\n|false",
                "(?m)a$|a\\nb|true",
                "[]a]|]|true",
                "(?P<name>x)|x|true",
                "\\bw|hello world|true",
                "(a{10}){100}|a|false",
            })
    void expressions_mean_what_they_mean_in_go(String expression, String text, boolean found) {
        assertThat(GoRegex.compile(expression).find(text.replace("\\n", "\n"))).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?=a)",
                "(?<!a)",
                "\\1",
                "a++",
                "a**",
                "\\Z",
                "\\h",
                "a{1001}",
                "(a{100}){100}",
                "(a{2}){501}",
                "[a",
                "(a",
                "a)"
            })
    void what_go_takes_for_no_expression_is_refused(String expression) {
        assertThrows(PatternSyntaxException.class, () -> GoRegex.compile(expression));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(a{10}){100}", "(?:a{500}|b{2})c{1000}", "[{1000}]{1000}", "\\Q{1000}\\E{1000}", "(a{10,}){100}"
            })
    void repetitions_of_repetitions_are_bound_as_in_go(String expression) {
        GoRegex.compile(expression);
    }

    @Test
    void no_expression_takes_for_ever_or_too_much_of_anything() {
        assertThat(GoRegex.compile("^(a|aa)+$").find("a".repeat(20_000) + "b")).isFalse();
        assertThrows(PatternSyntaxException.class, () -> GoRegex.compile("(".repeat(1001) + "a" + ")".repeat(1001)));
        assertThrows(PatternSyntaxException.class, () -> GoRegex.compile("a".repeat(10_001)));
    }

    @Test
    void each_byte_that_is_no_character_is_one_replacement() {
        assertThat(GoText.of(new byte[] {'a', (byte) 0xE9, (byte) 0xE2, (byte) 0x82, 'b'}))
                .isEqualTo("a\uFFFD\uFFFD\uFFFDb");
        assertThat(GoText.of("é€😀".repeat(5_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("é€😀".repeat(5_000));
    }
}
