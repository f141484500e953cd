package dev.varve.lint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.SourceRange;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No input stops the parser, and every range is inside the file. */
class HostileScriptTest {
    private static final String[] BITS = {
        "a",
        " ",
        ";",
        "&&",
        "||",
        "|",
        "&",
        "(",
        ")",
        "{",
        "}",
        "$(",
        "${",
        "$((",
        "))",
        "`",
        "'",
        "\"",
        "\\",
        "\n",
        "<<",
        "<<-E",
        "E\n",
        "<(",
        ">",
        "if ",
        "then ",
        "fi",
        "for x in ",
        "do ",
        "done",
        "case x in ",
        "esac",
        ";;",
        "[[ ",
        " ]]",
        "!",
        "#",
        "$",
        "=",
        "x=(",
        "sh -c ",
        "eval ",
        "sudo ",
        "$'",
        "\\x",
        "\t",
        "\r\n",
        "function ",
        "f()",
        "é",
        "\\\n",
        "@(",
        "time ",
        "env ",
        "-",
        "elif ",
        "else ",
        "while ",
        ":-",
        "\\`",
        "\uD800"
    };

    @Test
    void random_scripts() {
        int runs = Integer.getInteger("varve.shell.runs", 20_000);
        Random random = new Random(42);
        for (int i = 0; i < runs; i++) {
            StringBuilder text = new StringBuilder(i % 3 == 0 ? "FROM a\nRUN <<EOF\n" : "FROM a\nRUN ");
            for (int j = random.nextInt(30); j >= 0; j--) {
                text.append(BITS[random.nextInt(BITS.length)]);
            }
            check(Dockerfile.parse("f", text.append(i % 3 == 0 ? "\nEOF" : "").toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "$(",
                "${",
                "$((",
                "`",
                "{ ",
                "if ",
                "case x in ",
                "x() ",
                "<<E ",
                "[[ ",
                "! ",
                "a && ",
                "a | ",
                "\"$(",
                "((",
                "eval ",
                "sh -c '",
                "f() {",
                "${x:-",
                "<(",
                "@(",
                "\\`",
                "a=(",
                "time ",
                "\"",
                "'",
                "$",
                "sudo ",
                "((a)",
                "while "
            })
    void long_repetitions(String bit) {
        check(Dockerfile.parse("f", "FROM a\nRUN " + bit.repeat(20_000)));
        check(Dockerfile.parse("f", "FROM a\nRUN <<EOF\n" + (bit + "\n").repeat(20_000) + "EOF\n"));
    }

    private static void check(Dockerfile file) {
        Scripts scripts = new Scripts(file);
        for (Instruction instruction : file.instructions()) {
            // A heredoc that is not terminated is the rest of the file, whatever white space that ends in.
            SourceRange whole =
                    new SourceRange(instruction.range().start(), file.text().length());
            Script script = scripts.script(instruction);
            for (Command command : script.commands()) {
                inside(whole, command.range());
                inside(whole, command.word().range());
                command.arguments().forEach(a -> inside(whole, a.range()));
            }
            script.body().items().forEach(item -> inside(whole, item.statement().range()));
            script.problems().forEach(p -> inside(whole, p.range()));
        }
    }

    private static void inside(SourceRange whole, SourceRange part) {
        if (part.start() < whole.start() || part.end() > whole.end()) {
            assertThat(part).as("inside %s", whole).isEqualTo(whole);
        }
    }
}
