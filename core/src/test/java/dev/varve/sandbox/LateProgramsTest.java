package dev.varve.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several programs make a container side by side, and wait for one another however late one of them is. */
class LateProgramsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"nsenter", "pivot_root", "umount", "mount", "cp", "mkfifo"})
    void a_container_starts_though_a_program_is_late(String program) throws Exception {
        assertThat(run(program, "sleep 0.3; exec \"$0.real\" \"$@\"")).isEqualTo("[0 ran]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nsenter", "pivot_root", "umount", "mount", "cp", "mkfifo"})
    void a_program_that_fails_is_told_and_not_waited_for(String program) throws Exception {
        assertThat(run(program, "sleep 0.1; echo no >&2; exit 1")).matches("\\[the sandbox failed: .*no]");
        assertThat(run(program, "echo no >&2; exit 1")).matches("\\[the sandbox failed: .*no]");
    }

    private String run(String program, String script) throws Exception {
        boolean root = CurrentUser.get().mayMount();
        if (!root) {
            System.out.println("left out, only root can put other programs in the place of this machine's");
        }
        assumeTrue(root, "only root can put other programs in the place of this machine's");
        String replace = """
                real=$(readlink -f "$(command -v %s)")
                cp "$real" "$FOLDER/real"
                printf '#!/bin/sh\\n%%s\\n' '%s' >"$FOLDER/other"
                chmod +x "$FOLDER/other"
                mount --bind "$FOLDER/other" "$real\"""".formatted(program, script.replace("$0.real", folder + "/real"))
                .replace("$FOLDER", folder.toString());
        return WorseMachine.run("--mount", replace, "timeout 60", ContainerProcess.class, "")
                .toString();
    }

    /** Runs a command in a container, and says how it came out. */
    static final class ContainerProcess {
        private ContainerProcess() {}

        public static void main(String[] arguments) throws Exception {
            try (Container container = new Container(new EmbeddedSandbox(Ids.detect()))) {
                Container.Result result = container.sh("echo ran");
                System.out.print(result.code() + " " + result.out());
            } catch (SandboxException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
