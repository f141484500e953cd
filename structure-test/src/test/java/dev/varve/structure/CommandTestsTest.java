package dev.varve.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.engine.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Tests that run commands in containers of an image, whose programs are this machine's busybox. */
@TestInstance(Lifecycle.PER_CLASS)
class CommandTestsTest {
    private Path folder;
    private TestImage image;

    @BeforeAll
    void build(@TempDir Path temporary) throws Exception {
        folder = temporary;
        image = TestImage.in(temporary, Programs.layer());
    }

    @AfterAll
    void close() throws IOException {
        if (image != null) {
            image.close();
        }
    }

    @Test
    void what_a_command_prints_and_exits_with_is_compared() throws Exception {
        String script = "command: sh, args: ['-c', 'echo out; echo err >&2; exit 3']";

        assertThat(image.failures(command(script
                        + ", exitCode: 3, expectedOutput: ['^out\\n$'], expectedError: [err], excludedOutput: [err],"
                        + " excludedError: [out]")))
                .isEmpty();
        assertThat(
                        image.failures(
                                command(
                                        script
                                                + ", expectedOutput: [err], excludedOutput: [out], expectedError: [out], excludedError: [err]")))
                .containsExactly(
                        "expected 'out' in standard error, found 'err\n'",
                        "expected no 'err' in standard error, found 'err\n'",
                        "expected 'err' in the output, found 'out\n'",
                        "expected no 'out' in the output, found 'out\n'",
                        "expected exit code 0, found 3");
    }

    @Test
    void a_result_has_what_was_printed_and_how_long_it_took() throws Exception {
        StructureResult result = image.run(
                        "result.yaml",
                        "schemaVersion: 2.0.0\n" + command("command: sh, args: ['-c', 'echo a; echo b >&2']"))
                .get(0);

        assertThat(result.passed()).isTrue();
        assertThat(result.stdout()).isEqualTo("a\n");
        assertThat(result.stderr()).isEqualTo("b\n");
        assertThat(result.duration()).isPositive();
    }

    @Test
    void the_entrypoint_of_the_image_is_left_out_and_all_else_is_its_own() throws Exception {
        assertThat(image.failures(
                        command("command: sh, args: ['-c', 'id -u; pwd'], expectedOutput: ['^1000\\n/data\\n$']")))
                .isEmpty();
    }

    @Test
    void variables_of_the_image_are_replaced_in_the_command_and_those_of_the_test_reach_only_the_program()
            throws Exception {
        assertThat(image.failures(command(
                        "command: sh, envVars: [{key: MINE, value: 'm$TARGET'}], args: ['-c', 'echo $TARGET:$MINE; env'],"
                                + " expectedOutput: ['^blog.example.org:\\n', '(?m)^MINE=m\\$TARGET$']")))
                .isEmpty();
    }

    @Test
    void variables_of_the_file_are_the_images_for_its_tests() throws Exception {
        assertThat(image.failures("globalEnvVars: [{key: PLACE, value: '$FOLDER/x'}]\n"
                        + command("command: echo, args: [$PLACE], expectedOutput: ['^/data/x\\n']")))
                .isEmpty();
    }

    @Test
    void setup_commands_leave_what_they_change_and_may_fail() throws Exception {
        assertThat(image.failures(command(
                        "setup: [[sh, -c, 'echo $MINE > /tmp/one'], [sh, -c, 'cat /tmp/one > /tmp/two; exit 1']],"
                                + " teardown: [[sh, -c, 'exit 1']], envVars: [{key: MINE, value: mine}],"
                                + " command: cat, args: [/tmp/two], expectedOutput: ['^mine\\n$']")))
                .isEmpty();
        assertThat(image.engine().images())
                .extracting(Image::id)
                .containsExactly(image.image().id());
        assertThat(image.engine().containers()).isEmpty();
    }

    @Test
    void a_command_that_cannot_be_started_is_a_failure() throws Exception {
        assertThat(image.failures(command("command: nothing-like-it, exitCode: 127")))
                .singleElement()
                .asString()
                .contains("nothing-like-it");
        assertThat(image.failures(command("setup: [[nothing-like-it]], command: echo")))
                .singleElement()
                .asString()
                .startsWith("the setup command [nothing-like-it] could not be run: ");
    }

    @Test
    void in_the_old_schema_variables_of_the_file_reach_setup_commands_only() throws Exception {
        List<StructureResult> results = image.run("old.yaml", """
                schemaVersion: 1.0.0
                globalEnvVars: [{key: ALL, value: all}]
                commandTests:
                - {name: without, command: [sh, -c, env], excludedOutput: [ALL=]}
                - {name: with, setup: [[echo]], command: [sh, -c, env], expectedOutput: [ALL=all]}
                """);

        assertThat(results).allMatch(StructureResult::passed);
    }

    @Test
    void run_options_say_who_runs_the_commands_and_with_what() throws Exception {
        Path bound = Files.createDirectory(folder.resolve("bound"));
        Files.writeString(bound.resolve("file"), "bound");
        Path variables = Files.writeString(folder.resolve("env"), """
                # comment
                export A=one
                B="two $A" # comment
                C: 'th$ree'
                NOTHING=
                """);
        assertThat(image.failures("""
                        commandTests:
                        - name: it
                          command: sh
                          args: ['-c', 'id -u; cat /bound/file; env; grep CapEff /proc/self/status']
                          envVars: [{key: LEFT_OUT, value: x}]
                          expectedOutput: ['^0\\n', '(?m)^bound', '(?m)^A=one$', '(?m)^B=two one$', '(?m)^C=th.ree$', 'CapEff:\\s00000000a82425fb']
                          excludedOutput: [LEFT_OUT, NOTHING]
                        containerRunOptions:
                          user: root
                          capabilities: [sys_admin]
                          bindMounts: ['%s:/bound:ro']
                          envFile: '%s'
                        """.formatted(bound, variables))).isEqualTo(List.of());
    }

    @Test
    void what_cannot_be_had_is_a_failure_that_says_so() throws Exception {
        assertThat(image.failures(command("command: echo") + "\ncontainerRunOptions: {privileged: true}"))
                .containsExactly(
                        "containerRunOptions.privileged is not supported: give the capabilities that are needed"
                                + " with containerRunOptions.capabilities");
        assertThat(image.failures(command("command: echo") + "\ncontainerRunOptions: {envVars: [NO_SUCH_VARIABLE]}"))
                .containsExactly("containerRunOptions.envVars: there is no variable NO_SUCH_VARIABLE to hand on; set it"
                        + " before the tests are run");
        assertThat(image.failures(command("command: echo") + "\ncontainerRunOptions: {capabilities: [fly]}"))
                .containsExactly("containerRunOptions.capabilities: there is no capability 'fly'");
        assertThat(image.failures(command("command: echo") + "\ncontainerRunOptions: {bindMounts: [name:/a]}"))
                .containsExactly("containerRunOptions.bindMounts: expected /HOST:/CONTAINER[:ro], found 'name:/a'");
    }

    private static String command(String text) {
        return "commandTests: [{name: it, " + text + "}]";
    }
}
