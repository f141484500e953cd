package dev.varve.lint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dockerfile.MappedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a script is read. */
class ScriptTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            quoteCharacter = '´',
            value = {
                "a b  c → [a b c]",
                "a;b & c → [a; b&; c]",
                "a && b || c && d → [(a && b || c && d)]",
                "a | b |& c → [(pipe a | b | c)]",
                "! a | b → [(! a | b)]",
                "time -p a → [(pipe a)]",
                "A=1 B= C+=x d → [A=1 B= C+=x d]",
                "a=(1 2 '3') → [a=1 2 '3']",
                "a x=1 → [a x=1]",
                "x[1]=2 → [x[1]=2]",
                "( a; b ) > c → [(subshell [a; b] >c)]",
                "{ a; b; } 2>&1 → [(group [a; b] 2>&1)]",
                "{a,b} → [{a,b}]",
                "if a; then b; elif c; then d; else e; fi → [(if [a] then [b] elif [c] then [d] else [e])]",
                "while a; do b; done < c → [(while [a] do [b] <c)]",
                "until a; do b; done → [(until [a] do [b])]",
                "for x in a b; do c; done → [(for x in a b do [c])]",
                "for x; do c; done → [(for x do [c])]",
                "for ((i=0;i<3;i++)); do c; done → [(for  do [c])]",
                "case $x in a|b) c ;; (*) d; esac → [(case ${x} a b) [c] *) [d])]",
                "case x in esac → [(case x)]",
                "f() { a; } → [(function f (group [a]))]",
                "function f { a; }; b → [(function f (group [a])); b]",
                "[[ a == b && ( c || d ) ]] && e → [((test a == b & & ( c | | d )) && e)]",
                "(( a + 1 )) || b → [((arithmetic) || b)]",
                "((a); (b)) → [(subshell [(subshell [a]); (subshell [b])])]",
                "a >b 2>>c <d &>e >|f <>g → [a >b 2>>c <d &>e >|f <>g]",
                "a 10>b → [a 10>b]",
                "a <<< \"b c\" → [a <<<\"b c\"]",
                "if=1 echo if → [if=1 echo if]",
                "a # b → [a]",
                "a#b → [a#b]",
                "diff <(a) >(b) → [diff $[a] $[b]]",
            })
    void statements(String script, String tree) {
        assertThat(tree(script)).isEqualTo(tree);
        assertThat(parse(script).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            quoteCharacter = '´',
            value = {
                "a\\ b → [a b]",
                "'a \"b' → ['a \"b']",
                "\"a 'b\\\"c\\d\" → [\"a 'b\"c\\d\"]",
                "a'b'\"c\" → [a'b'\"c\"]",
                "$a$1$@${b}c$ → [${a}${1}${@}${b}c$]",
                "${a:-b c} → [${a/:-b c}]",
                "${a:-$(b)} → [${a/:-$[b]}]",
                "\"${a:-'b'}\" → [\"${a/:-'b'}\"]",
                "${#a} ${!b} ${#} → [${a} ${b} ${#}]",
                "${a:-\"}\"} → [${a/:-\"}\"}]",
                "$(a $(b) | c) → [$[(pipe a $[b] | c)]]",
                "`a \\`b\\`` → [$[a $[b]]]",
                "\"`a \\\"b\\\"`\" → [\"$[a \"b\"]\"]",
                "$((1 + (2))) → [$((…))]",
                "$((a); b) → [$[(subshell [a]); b]]",
                "$'a\\tb\\x41\\101\\'' → ['a\tbAA'']",
                "$\"a\" → [\"a\"]",
                "rm !(a|b) @(c) → [rm !(a|b) @(c)]",
                "\"$(a \"b\")\" → [\"$[a \"b\"]\"]",
            })
    void words(String script, String tree) {
        assertThat(tree(script)).isEqualTo(tree);
        assertThat(parse(script).problems()).isEmpty();
    }

    @Test
    void heredocs() {
        String script = """
                cat <<A <<-'B' > f && b
                one $x $(y)
                A
                \ttwo $x
                \tB
                c
                """;

        assertThat(tree(script)).isEqualTo("[(cat <<A{one ${x} $[y]~} <<-'B'{two $x~} >f && b); c]");
    }

    @Test
    void lines() {
        assertThat(tree("a \\\n b\n# c\n\nd &&\n e |\n f\r\n")).isEqualTo("[a b; (d && (pipe e | f))]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            quoteCharacter = '´',
            value = {
                "a ) b → [a; b]",
                "fi; a → [a]",
                "a && ; b → [a; b]",
                "; ; a → [a]",
                "a | → [a]",
                "'a → ['a']",
                "\"a → [\"a\"]",
                "$(a → [$[a]]",
                "`a → [$[a]]",
                "${a → [${a}]",
                "if a; b → [(if [a; b] then [])]",
                "case a in b → [(case a)]",
                "(a → [(subshell [a])]",
                "a > → [a >]",
                "a << E → [a <<E]",
                "$(if a) b → [$[(if [a] then [])] b]",
            })
    void what_no_shell_takes_is_reported_and_the_rest_is_read(String script, String tree) {
        assertThat(tree(script)).isEqualTo(tree);
        assertThat(parse(script).problems()).isNotEmpty();
    }

    @Test
    void deep_nesting_is_given_up() {
        Script script = parse("a " + "$(".repeat(100_000));

        assertThat(script.problems()).anyMatch(p -> p.message().equals("nested too deep"));
    }

    @Test
    void powershell_is_not_read() {
        Script script = Script.parse(
                ShellKind.POWERSHELL,
                new MappedText.Builder(0).append("a; b", 0).build());

        assertThat(script.isKnown()).isFalse();
        assertThat(script.commands()).isEmpty();
    }

    private static String tree(String script) {
        return TreeText.of(parse(script).body());
    }

    private static Script parse(String script) {
        return Script.parse(
                ShellKind.BASH, new MappedText.Builder(0).append(script, 0).build());
    }
}
