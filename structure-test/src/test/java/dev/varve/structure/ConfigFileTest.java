package dev.varve.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
    @TempDir
    Path folder;

    @Test
    void tests_are_run_by_kind_and_know_their_place() throws Exception {
        StructureFile file = read("a.yaml", """
                schemaVersion: '2.0.0'
                metadataTest:
                  user: root
                fileExistenceTests:
                - name: there
                  path: /there
                commandTests:
                - name: node
                  command: node
                  args: [--version]
                  setup: [[touch, /a]]
                  exitCode: 1
                - name: other
                  command: sh
                licenseTests:
                - debian: true
                fileContentTests:
                - {name: text, path: /text}
                globalEnvVars: [{key: A, value: b}]
                containerRunOptions: {user: root, allocateTty: true, bindMounts: [/a:/b]}
                """);

        assertThat(file.tests())
                .extracting(test -> test.place().line() + " " + test.title())
                .containsExactly(
                        "8 Command Test: node",
                        "13 Command Test: other",
                        "18 File Content Test: text",
                        "5 File Existence Test: there",
                        "16 License Test",
                        "3 Metadata Test");
        assertThat(file.globalEnv()).containsExactly(new Pair("A", "b", false));
        assertThat(file.options())
                .isEqualTo(new RunOptions("root", false, true, List.of(), "", List.of(), List.of("/a:/b")));
        CommandTest command = (CommandTest) file.tests().get(0);
        assertThat(command.command()).containsExactly("node", "--version");
        assertThat(command.setup()).containsExactly(List.of("touch", "/a"));
        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.place().uri()).hasToString(folder.resolve("a.yaml").toUri() + "?line=8");
    }

    @Test
    void the_old_schema_has_commands_as_one_list() throws Exception {
        StructureFile file = read("a.yml", """
                schemaVersion: 1.0.0
                commandTests: [{name: n, command: [node, -v]}]
                fileExistenceTests: [{name: f, path: /f, shouldExist: false}]
                """);

        assertThat(((CommandTest) file.tests().get(0)).command()).containsExactly("node", "-v");
        assertThat(problems(read("b.yml", "schemaVersion: 1.0.0\nmetadataTest: {user: root}\n")))
                .containsExactly("b.yml:2:1: unknown key 'metadataTest'; known are schemaVersion, globalEnvVars,"
                        + " commandTests, fileExistenceTests, fileContentTests, licenseTests");
    }

    @Test
    void json_has_go_s_names_and_go_s_zero_values() throws Exception {
        StructureFile file = read("a.json", """
                {"schemaVersion": "2.0.0",
                 "FileExistenceTests": [{"Name": "f", "path": "/f"}, {"name": "g", "path": "/g", "shouldExist": true, "uid": -1}]}
                """);

        assertThat(file.tests()).hasOnlyElementsOfType(FileExistenceTest.class);
        FileExistenceTest first = (FileExistenceTest) file.tests().get(0);
        assertThat(first.shouldExist()).isFalse();
        assertThat(first.uid()).isEqualTo(OptionalInt.of(0));
        FileExistenceTest second = (FileExistenceTest) file.tests().get(1);
        assertThat(second.shouldExist()).isTrue();
        assertThat(second.uid()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: 1|1:1: expected the key 'schemaVersion'",
                "schemaVersion: 3.0.0|1:16: expected the schema version 1.0.0 or 2.0.0, found '3.0.0'",
                "schemaVersion: 2.0.0\\ncommandTest: []|2:1: unknown key 'commandTest'; did you mean 'commandTests'?",
                "schemaVersion: 2.0.0\\ncommandTests: [{name: x, comand: y}]|2:26: unknown key 'comand'; did you mean 'command'?",
                "schemaVersion: 2.0.0\\ncommandTests: [{name: x}]|2:16: expected a command to run",
                "schemaVersion: 2.0.0\\ncommandTests: [{command: x}]|2:16: expected a name",
                "schemaVersion: 2.0.0\\ncommandTests: [{name: x, command: y, setup: [[]]}]|2:45: expected no empty command",
                "schemaVersion: 2.0.0\\ncommandTests: [{name: x, command: y, envVars: [{key: A}]}]|2:47: expected a key and a value for each variable",
                "schemaVersion: 2.0.0\\ncommandTests: [{name: x, command: y, exitCode: one}]|2:48: expected a whole number, found 'one'",
                "schemaVersion: 2.0.0\\nfileContentTests: [{name: x, path: y, expectedContents: ['(?=x)']}]"
                        + "|2:57: '(?=x)' is no regular expression of Go: invalid or unsupported Perl syntax",
                "schemaVersion: 2.0.0\\nfileExistenceTests: [{name: x, path: y, isExecutableBy: me}]"
                        + "|2:57: expected owner, group, other or any, found 'me'",
                "schemaVersion: 2.0.0\\nmetadataTest: {env: []}|2:16: unknown key 'env'; known are envVars, unboundEnvVars, labels, exposedPorts, unexposedPorts, volumes, unmountedVolumes, entrypoint, cmd, workdir, user",
                "schemaVersion: 2.0.0\\nschemaVersion: 2.0.0|2:1: the key 'schemaVersion' was given before, at line 1",
            })
    void what_is_wrong_is_a_test_that_fails_and_names_the_place(String text, String problem) throws Exception {
        assertThat(problems(read("a.yaml", text.replace("\\n", "\n")))).containsExactly("a.yaml:" + problem);
    }

    @Test
    void files_that_are_not_there_or_named_otherwise_are_tests_that_fail() throws Exception {
        assertThat(problems(
                        StructureTests.read(folder.resolve("none.yaml")).files().get(0)))
                .containsExactly("none.yaml: there is no such file");
        assertThat(problems(read("tests.txt", "schemaVersion: 2.0.0")))
                .containsExactly("tests.txt: expected a name that ends in .yaml, .yml or .json");
    }

    @Test
    void a_folder_stands_for_the_files_in_it() throws Exception {
        Files.createDirectories(folder.resolve("more"));
        read("b.yaml", "schemaVersion: 2.0.0");
        read("more/a.json", "{\"schemaVersion\": \"2.0.0\"}");
        read("read.me", "no test");

        assertThat(StructureTests.in(folder).files())
                .extracting(file -> folder.relativize(file.file()).toString())
                .containsExactly("b.yaml", "more/a.json");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> StructureTests.in(empty))
                .isInstanceOf(IOException.class)
                .hasMessage(empty + ": has no .yaml, .yml or .json file of tests");
    }

    private StructureFile read(String name, String text) throws IOException {
        return StructureTests.read(Files.writeString(folder.resolve(name), text))
                .files()
                .get(0);
    }

    private List<String> problems(StructureFile file) {
        return ((InvalidTest) file.tests().get(0))
                .problems().stream()
                        .map(problem -> problem.replace(folder + "/", ""))
                        .toList();
    }
}
