package dev.varve.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.build.Vertex.State;
import dev.varve.cli.console.TerminalSize;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisplayTest {
    private final StringWriter written = new StringWriter();

    private static Vertex ended(int number, String name, State how, double seconds) {
        Vertex vertex = new Vertex(number, name);
        vertex.end(how, Optional.of(Duration.ofMillis((long) (seconds * 1000))), how == State.FAILED ? "why" : "");
        return vertex;
    }

    private static void print(Display display, Vertex vertex, String output) {
        vertex.output(output.getBytes(StandardCharsets.UTF_8)).forEach(line -> display.line(vertex, line));
    }

    @Test
    void the_live_display_ends_with_every_step_and_how_long_it_took() {
        LiveDisplay display = new LiveDisplay(new PrintWriter(written), () -> new TerminalSize(40, 24), false);
        display.total(3);
        display.started(ended(1, "[1/3] FROM alpine", State.CACHED, 0));
        Vertex failed = ended(2, "[2/3] RUN a command that is longer than the terminal", State.FAILED, 1.25);
        display.started(failed);
        print(display, failed, "first\nlast\n");
        display.started(ended(3, "[3/3] COPY a b", State.CANCELED, 0.5));
        display.close();
        String frame = written.toString().replaceAll("\u001b\\[[0-9]*[A-Za-z?]", "");
        String last = frame.substring(frame.lastIndexOf("[+]"));
        assertThat(last).matches("(?s)\\[\\+] Building [0-9.]+s \\(3/3\\) FINISHED\n.*");
        assertThat(last.lines().skip(1).limit(5))
                .containsExactly(
                        " => CACHED [1/3] FROM alpine        0.0s",
                        " => ERROR [2/3] RUN a command that… 1.3s",
                        " => => # first",
                        " => => # last",
                        " => CANCELED [3/3] COPY a b         0.5s");
    }

    @Test
    void lines_of_steps_that_run_beside_each_other_are_told_apart() {
        PlainDisplay display = new PlainDisplay(new PrintWriter(written));
        Vertex one = new Vertex(1, "[a 1/2] RUN one");
        Vertex two = new Vertex(2, "[b 1/2] RUN two");
        display.started(one);
        display.started(two);
        print(display, one, "from one\n");
        print(display, two, "from two\n");
        two.end(State.DONE, Optional.of(Duration.ofMillis(1540)), "");
        display.ended(two);
        display.warning("be careful");
        assertThat(written.toString().replaceAll("(#[12]) [0-9.]+ from", "$1 T from"))
                .isEqualTo("""
                #1 [a 1/2] RUN one

                #2 [b 1/2] RUN two

                #1 [a 1/2] RUN one
                #1 T from one

                #2 [b 1/2] RUN two
                #2 T from two
                #2 DONE 1.5s
                varve: warning: be careful
                """);
    }

    @Test
    void output_is_cut_into_lines_as_a_terminal_would_show_them() {
        LineBuffer lines = new LineBuffer();
        assertThat(lines.add("ab\nc".getBytes(StandardCharsets.UTF_8))).containsExactly("ab");
        assertThat(lines.add("d\r\n10%\r20%\r30%\n\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("cd", "30%", "");
        assertThat(lines.rest()).isEmpty();
        lines.add("end".getBytes(StandardCharsets.UTF_8));
        assertThat(lines.rest()).containsExactly("end");
        assertThat(lines.add(new byte[200_000])).hasSizeGreaterThan(2).isInstanceOf(List.class);
    }
}
