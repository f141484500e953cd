package dev.varve.dockerfile;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ShellLexerTest {
    /** The environment of every row in {@code shell-lexer.tsv}. */
    private static final Map<String, String> ENV = Map.ofEntries(
            entry("SET", "value"),
            entry("EMPTY", ""),
            entry("PATHS", "/usr/local/lib:/usr/lib"),
            entry("FILE", "archive.tar.gz"),
            entry("STAR", "a*b*c"),
            entry("SPACED", "one  two three"),
            entry("LINES", "a\nb\nab"),
            entry("NAME_1", "under"),
            entry("7", "seven"),
            entry("Ä", "umlaut"),
            entry("WIN", "C:\\dir\\file.txt"),
            entry("DOLLAR", "$SET"),
            entry("QUOTED", "\"q\" 'r'"));

    private static final ShellLexer LEXER = new ShellLexer('\\');
    private static final String REFUSED = "!";

    @Test
    void words_expand_as_in_buildkit() {
        SoftAssertions all = new SoftAssertions();
        List<String[]> rows = Fixtures.table("shell-lexer.tsv");
        for (String[] row : rows) {
            all.assertThat(expand(row))
                    .as("escape %s, options [%s], %s: %s", row[0], row[1], row[2], row[3])
                    .isEqualTo(String.join("\t", Arrays.asList(row).subList(4, 7)));
        }
        all.assertAll();
        assertThat(rows).hasSizeGreaterThan(1900);
    }

    private static String expand(String[] row) {
        ShellLexer lexer = lexer(row[0].charAt(0), row[1]);
        try {
            if (row[2].equals("words")) {
                return lexer.expandWords(row[3], ENV::get).stream()
                                .map(word -> "[" + word + "]")
                                .collect(Collectors.joining())
                        + "\t\t";
            }
            ShellLexer.Expanded expanded = lexer.expand(row[3], ENV::get);
            return expanded.text() + "\t" + names(expanded.matched()) + "\t" + names(expanded.unmatched());
        } catch (ExpansionException e) {
            return REFUSED + "\t\t";
        }
    }

    private static ShellLexer lexer(char escape, String options) {
        ShellLexer lexer = new ShellLexer(escape);
        lexer = options.contains("q") ? lexer.keepingQuotes() : lexer;
        lexer = options.contains("e") ? lexer.keepingEscapes() : lexer;
        lexer = options.contains("u") ? lexer.keepingUnset() : lexer;
        return options.contains("s") ? lexer.ignoringQuotes() : lexer;
    }

    private static String names(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(" "));
    }

    @Test
    void a_required_variable_is_named_with_its_message() {
        assertThatThrownBy(() -> LEXER.expand("v${TAG:?give a tag}", ENV::get))
                .isInstanceOf(ExpansionException.class)
                .hasMessage("cannot expand \"v${TAG:?give a tag}\": \"TAG\": \"give a tag\"");
        assertThatThrownBy(() -> LEXER.expand("${EMPTY:?}", ENV::get))
                .hasMessage("cannot expand \"${EMPTY:?}\": \"EMPTY\": must be set");
    }

    @Test
    void mistakes_are_told_apart() {
        assertThatThrownBy(() -> LEXER.expand("${SET", ENV::get)).hasMessageEndingWith(": a closing } is missing");
        assertThatThrownBy(() -> LEXER.expand("${SET/a", ENV::get)).hasMessageEndingWith(": a closing / is missing");
        assertThatThrownBy(() -> LEXER.expand("\"a", ENV::get))
                .hasMessageEndingWith(": a closing double quote is missing");
        assertThatThrownBy(() -> LEXER.expand("'a", ENV::get))
                .hasMessageEndingWith(": a closing single quote is missing");
        assertThatThrownBy(() -> LEXER.expand("${SET^}", ENV::get))
                .hasMessageEndingWith(": \"SET\" cannot be modified with ^");
        assertThatThrownBy(() -> LEXER.expand("${}", ENV::get))
                .hasMessageEndingWith(": a variable's name is expected behind ${, not }");
        assertThatThrownBy(() -> LEXER.expand("${FILE#\\a}", ENV::get))
                .hasMessageEndingWith(": a backslash in a pattern can stand before * ? \\ / and } only");
    }

    @Test
    void messages_neither_act_on_a_terminal_nor_grow_with_the_input() {
        String bell = "\u001B[31m\u0007".repeat(1000);
        assertThatThrownBy(() -> LEXER.expand("${X:?" + bell + "}", ENV::get))
                .message()
                .hasSizeLessThan(1000)
                .matches("[^\\p{Cntrl}]*");
        assertThatThrownBy(() -> LEXER.expand("${" + "x".repeat(100_000) + "^}", ENV::get))
                .message()
                .hasSizeLessThan(300);
    }

    @Test
    void a_lexer_does_not_change_when_another_is_made_from_it() throws ExpansionException {
        ShellLexer keeping = LEXER.keepingQuotes();
        assertThat(LEXER.expand("'a'", ENV::get).text()).isEqualTo("a");
        assertThat(keeping.expand("'a'", ENV::get).text()).isEqualTo("'a'");
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void nesting_can_be_deep() throws ExpansionException {
        int depth = 200_000;
        String word = "${UNSET:-".repeat(depth) + "deep" + "}".repeat(depth);
        assertThat(LEXER.expand(word, ENV::get).text()).isEqualTo("deep");
        assertThat(LEXER.expandWords(word, ENV::get)).hasSize(1);
        assertThatThrownBy(() -> LEXER.expand(word.substring(0, word.length() - 1), ENV::get))
                .isInstanceOf(ExpansionException.class);
        assertThatThrownBy(() -> LEXER.expand("${UNSET:-\"".repeat(depth), ENV::get))
                .isInstanceOf(ExpansionException.class);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void what_would_take_too_much_space_is_refused() {
        String megabyte = "a".repeat(1 << 20);
        Map<String, String> env = Map.of("BIG", megabyte);
        List<String> words = List.of(
                "$BIG".repeat(65),
                "${BIG//a/" + megabyte + "}",
                "${BIG//*/'" + "$0".repeat(65) + "'}",
                "${BIG-".repeat(65) + "}".repeat(65),
                "${BIG?".repeat(65) + "}".repeat(65));
        for (String word : words) {
            assertThatThrownBy(() -> LEXER.expand(word, env::get))
                    .as(word.substring(0, 12))
                    .isInstanceOf(ExpansionException.class)
                    .hasMessageEndingWith("it expands to more than 67108864 characters");
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void a_pattern_that_would_take_too_long_is_refused() {
        Map<String, String> env = Map.of("BIG", "a".repeat(1 << 20));
        String many = "a".repeat(1 << 19);
        for (String word : List.of("${BIG//" + many + "b/x}", "${BIG#*" + many + "b}", "${BIG%b" + many + "*}")) {
            assertThatThrownBy(() -> LEXER.expand(word, env::get))
                    .isInstanceOf(ExpansionException.class)
                    .hasMessageEndingWith("matching the pattern takes too long");
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void stars_do_not_backtrack() throws ExpansionException {
        Map<String, String> env = Map.of("BIG", "a".repeat(100_000));
        assertThat(LEXER.expand("${BIG//a*a*a*a*a*a*a*a*b/x}", env::get).text()).hasSize(100_000);
        assertThat(LEXER.expand("${BIG##*a*a*a*a*a*a*a*b}", env::get).text()).hasSize(100_000);
    }
}
