package dev.varve.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    @TempDir
    Path folder;

    private Path script(String text) throws IOException {
        return Files.writeString(folder.resolve("script"), text);
    }

    private static String printed(String shell, Path script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(shell, script.toString())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text.strip();
    }

    /** What bash offers for the last word of the line. */
    private String offered(String line) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no /bin/bash to complete in");
        return printed(
                "/bin/bash",
                script(new Completion(Cups.menu(), Shell.BASH).script() + "\nCOMP_WORDS=(" + line.replace("_", "''")
                        + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_cups\necho ${COMPREPLY[@]}\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cups po                   | pour
            cups _                    | pour use cup help
            cups cup _                | pour run break
            cups cup f                | ''
            cups pour --s             | --size --sugar
            cups cup fill -           | --hot -H --lid --milk -m --name -n --size --sugar -s --help
            cups pour --size _        | small large
            cups pour -H --size la    | large
            cups pour tea --mi        | --milk
            """)
    void bash_completes(String line, String expected) throws Exception {
        assertThat(offered(line)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cups po                   | pour
            cups _                    | pour use cup help
            cups cup _                | pour run break
            cups cup fill -           | --hot -H --lid --milk -m --name -n --size --sugar -s --help
            cups pour --size _        | small large
            cups pour -H --size la    | large
            cups pour tea --mi        | --milk
            cups pour fi              | file
            cups pour --name fi       | file
            """)
    void fish_completes(String line, String expected) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/fish")), "there is no /usr/bin/fish to complete in");
        Files.createFile(folder.resolve("file"));

        String offered = printed(
                "/usr/bin/fish",
                script("cd " + folder + "\n" + new Completion(Cups.menu(), Shell.FISH).script() + "\ncomplete -C '"
                        + line.replace("_", "") + "'\n"));

        assertThat(offered.lines().map(word -> word.replaceFirst("\t.*", "")))
                .containsExactlyInAnyOrder(expected.split(" "));
    }
}
