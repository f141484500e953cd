package dev.varve.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveLinesTest {
    private final StringWriter written = new StringWriter();
    private final LiveLines lines = new LiveLines(new PrintWriter(written), () -> new TerminalSize(10, 4));

    private String frame(List<String> permanent, List<String> shown) {
        written.getBuffer().setLength(0);
        lines.draw(permanent, shown);
        return written.toString().replace("\u001b[", "^");
    }

    @Test
    void a_frame_goes_up_over_the_one_before_and_overwrites_it_line_by_line() {
        assertThat(frame(List.of(), List.of("a", "b"))).isEqualTo("\ra^K\nb^K\n^J");
        assertThat(frame(List.of(), List.of("a", "c"))).isEqualTo("^2A\ra^K\nc^K\n^J");
        assertThat(frame(List.of(), List.of("d"))).isEqualTo("^2A\rd^K\n^J");
    }

    @Test
    void a_frame_that_is_as_the_one_before_is_not_drawn() {
        frame(List.of(), List.of("a"));
        assertThat(frame(List.of(), List.of("a"))).isEmpty();
    }

    @Test
    void what_is_to_stay_is_put_above() {
        frame(List.of(), List.of("a"));
        assertThat(frame(List.of("kept"), List.of("a"))).isEqualTo("^1A\rkept^K\na^K\n^J");
    }

    @Test
    void lines_are_cut_at_the_width_and_the_first_are_left_out_where_there_are_too_many() {
        assertThat(frame(List.of(), List.of("1", "2", "3", "a line that is too long")))
                .isEqualTo("\r2^K\n3^K\na line tha^K\n^J");
    }

    @Test
    void colours_take_no_room_and_end_with_the_line() {
        assertThat(LiveLines.cut("\u001b[31mred and more", 3)).isEqualTo("\u001b[31mred\u001b[0m");
        assertThat(LiveLines.cut("a\tb\u0007", 9)).isEqualTo("a b ");
        assertThat(LiveLines.cut("a\u001b[2Jb\u001b", 9)).isEqualTo("a [2Jb ");
        assertThat(LiveLines.cut("\uD83D\uDE00\uD83D\uDE00x", 2)).isEqualTo("\uD83D\uDE00\uD83D\uDE00");
    }

    @Test
    void the_cursor_is_hidden_meanwhile() {
        lines.close();
        assertThat(written.toString()).startsWith("\u001b[?25l").endsWith("\u001b[?25h");
    }
}
