package dev.varve.lint.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.dockerfile.MappedText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bash takes has no problems, and what bash refuses has some. */
class BashAgreementTest {
    private static final Path BASH = Path.of("/bin/bash");

    @BeforeEach
    void bash_is_there() {
        assumeTrue(Files.isExecutable(BASH), "needs /bin/bash to ask");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set -eux; \t\tapt-get update; \tapt-get install -y --no-install-recommends \t\tcurl \t; \tapt-get dist-clean",
                "a=\"$(b | c \"d e\" | awk '{ print $1 }')\" && [ \"$a\" != x ] || exit 1",
                "for k in $KEYS; do gpg --recv-keys \"$k\" || gpg --keyserver x --recv-keys \"$k\" ; done",
                "case \"$(uname -m)\" in x86_64|amd64) a=1 ;; arm*) a=2; b=3;; *) echo >&2 \"no\"; exit 1 ;; esac; c",
                "{ echo '[global]'; echo 'a = b'; } | tee x.conf && if [[ $a =~ ^(b|c)$ ]]; then d; fi",
                "find / -depth \\( -type d -a -name test \\) -exec rm -rf '{}' + ; f() { local x=$1; [ $((x + (2))) -gt 3 ]; }",
                "while read -r l; do echo \"${l%%:*}\" \"${l//a/b}\"; done < <(cat f) 2>&1 | sort -u",
                "cat > f <<-'E' && g\nx $(y\n\tE\nh",
            })
    void accepted(String script) throws IOException, InterruptedException {
        assertThat(bashTakes(script)).isTrue();
        assertThat(parse(script).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a && && b",
                "if a; then b",
                "for x in a; b; done",
                "(a; b",
                "a | | b",
                "echo 'a",
                "echo \"$(a\"",
                "case x in a) b ;;",
                "a; done",
                "{ a; ",
                "a > ; b",
                "while a; do b; fi",
            })
    void refused(String script) throws IOException, InterruptedException {
        assertThat(bashTakes(script)).isFalse();
        assertThat(parse(script).problems()).isNotEmpty();
    }

    private static boolean bashTakes(String script) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder(BASH.toString(), "-n")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = bash.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return bash.exitValue() == 0;
    }

    private static Script parse(String script) {
        return Script.parse(
                ShellKind.BASH, new MappedText.Builder(0).append(script, 0).build());
    }
}
