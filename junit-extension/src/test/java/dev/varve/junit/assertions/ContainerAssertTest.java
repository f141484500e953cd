package dev.varve.junit.assertions;

import static dev.varve.junit.assertions.VarveAssertions.assertThat;
import static dev.varve.junit.assertions.VarveAssertions.assertThatThrownBy;

import dev.varve.junit.Ability;
import dev.varve.junit.BusyboxTest;
import dev.varve.junit.Container;
import dev.varve.junit.EnabledIfEngineCan;
import dev.varve.junit.Run;
import dev.varve.junit.UseImage;
import org.junit.jupiter.api.Test;

/** What containers do, as a test sees it. */
@BusyboxTest
@EnabledIfEngineCan(Ability.RUN)
@UseImage("busybox")
class ContainerAssertTest {
    @Test
    void output_is_waited_for(
            @Run(
                            command = {"sh", "-c", "sleep 0.2; echo ready; sleep 1000"},
                            env = "A=1")
                    Container container) {
        assertThat(container)
                .printed("ready")
                .didNotPrint("error")
                .isRunning()
                .hasEnv("A", "1")
                .hasProcess("sleep 1000");
    }

    @Test
    void a_process_is_waited_for(@Run(command = {"sh", "-c", "sleep 0.3; n=1000; exec sleep $n"}) Container container) {
        assertThat(container).hasProcess("sleep 1000");
    }

    @Test
    void a_missing_process_is_told_with_what_was_printed(@Run(command = {"echo", "other"}) Container container) {
        assertThatThrownBy(() -> assertThat(container).hasProcess("nginx")).hasMessage("""
                container 'echo other' of busybox
                expected: a process 'nginx'
                found:    container 'echo other' of busybox had no process 'nginx' and ended with exit code 0; it printed
                            other""");
    }

    @Test
    void an_end_is_waited_for(@Run(command = {"sh", "-c", "sleep 0.2; echo bye >&2; exit 3"}) Container container) {
        assertThat(container).exitedWith(3).printedExactly("bye\n");
    }

    @Test
    void another_exit_code_is_told_with_the_output(
            @Run(command = {"sh", "-c", "echo no such file; exit 3"}) Container container) {
        assertThatThrownBy(() -> assertThat(container).exitedWith(0)).hasMessage("""
                container 'sh -c echo no such file; exit 3' of busybox
                expected: exit code 0
                found:    exit code 3, having printed
                          no such file""");
    }

    @Test
    void missing_output_is_told_with_what_was_printed(@Run(command = {"echo", "other"}) Container container) {
        assertThatThrownBy(() -> assertThat(container).printed("ready")).hasMessage("""
                container 'echo other' of busybox
                expected: output with 'ready'
                found:    container 'echo other' of busybox did not print 'ready' and ended with exit code 0; it printed
                            other""");
    }

    @Test
    void files_are_those_of_now(
            @Run(
                            command = {"sh", "-c", "echo text > /file"},
                            waitForExit = true)
                    Container container) {
        assertThat(container).path("/file").hasContent("text");
        assertThat(container.changes()).extracting(Object::toString).containsExactly("A /file");
    }

    @Test
    void an_end_that_does_not_come_is_told_with_the_timeout(
            @Run(
                            command = {"sleep", "1000"},
                            timeoutSeconds = 1)
                    Container container) {
        assertThatThrownBy(() -> assertThat(container).exitedWith(0)).hasMessage("""
                container 'sleep 1000' of busybox
                expected: to end with exit code 0
                found:    container 'sleep 1000' of busybox did not end within 1 s; it printed
                            (nothing)
                          next: wait for a line, a port or a URL instead of its end, or give it more time with \
                @Run(timeoutSeconds = …), RunRequest.timeout(…) or the configuration parameter varve.timeout""");
    }
}
