package dev.varve.cli.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.varve.cli.Busybox;
import dev.varve.cli.Shell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An ordinary user without subordinate ids: a container has no user but root. */
class OneUserTest {
    @TempDir
    Path folder;

    /** What a script prints that a container is there for. */
    private String printed(String script) throws IOException, InterruptedException {
        Shell shell = new Shell(folder);
        Busybox.image(shell, "base");
        Process process = VarveProcess.asOneUser(shell, "trap 'varve rm -f it' EXIT\n" + script)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assumeFalse(text.contains("cannot run containers"), text);
        return text;
    }

    @Test
    void what_is_executed_is_as_in_the_container() throws Exception {
        assertThat(printed("""
                        varve run -d --name it base sleep 1000 >/dev/null
                        varve exec -w /bin -e A=b it sh -c 'echo $A; pwd; id -u; exit 5'; echo $?
                        varve exec it sh -c 'kill -9 $$'; echo $?
                        varve exec it nosuch 2>/dev/null; echo $?
                        """)).isEqualTo("b\n/bin\n0\n5\n137\n127\nit\n");
    }

    @Test
    void the_host_is_not_seen_through_what_joins_the_container() throws Exception {
        Files.writeString(folder.resolve("secret"), "the host's\n");
        // looks through every process that it sees, without a pause, for a file of the host
        Files.writeString(folder.resolve("spy"), """
                while :; do
                  for process in /proc/[0-9]*; do read -r line <"$process/root$0" && echo "$line"; done 2>/dev/null
                done""");

        assertThat(printed("""
                        varve run -d --name it base sh -c "$(cat FOLDER/spy)" FOLDER/secret >/dev/null
                        for time in 1 2 3 4 5 6 7 8 9 10; do varve exec it echo $time; done
                        varve logs it
                        """.replace("FOLDER", folder.toString()))).isEqualTo("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\nit\n");
    }
}
