package dev.varve.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.engine.container.Attachment;
import dev.varve.engine.container.LogEntry;
import dev.varve.engine.container.LogFilter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a container printed is kept, every byte of it. */
class ContainerLogsTest {
    @TempDir
    Path folder;

    private Engine engine;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        engine = Engine.open(folder.resolve("store"));
        BusyboxImage.in(engine, folder.resolve("busybox"), "busybox");
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
    }

    private Container ran(String script) throws IOException, InterruptedException {
        Container container =
                engine.container("busybox").command("sh", "-c", script).start();
        container.waitFor();
        return container;
    }

    private static List<LogEntry> entries(Container container, LogFilter filter)
            throws IOException, InterruptedException {
        List<LogEntry> entries = new ArrayList<>();
        container.logs(filter, false, entries::add);
        return entries;
    }

    private static List<String> lines(Container container, LogFilter filter) throws IOException, InterruptedException {
        return entries(container, filter).stream().map(LogEntry::toString).toList();
    }

    @Test
    void the_two_streams_are_told_apart() throws Exception {
        List<LogEntry> entries = entries(ran("echo out; sleep 0.1; echo err >&2"), LogFilter.ALL);

        assertThat(entries.stream().map(LogEntry::toString)).containsExactly("out\n", "err\n");
        assertThat(entries.stream().map(LogEntry::isError)).containsExactly(false, true);
    }

    @Test
    void a_line_that_never_ends_is_kept_as_it_is() throws Exception {
        Container container = ran("printf 'no end'");

        assertThat(container.logs()).isEqualTo("no end");
    }

    @Test
    void bytes_that_are_no_text_are_kept() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ran("printf '\\377\\000\\r\\n\\n \\200'").logs(LogFilter.ALL, false, entry -> bytes.writeBytes(entry.bytes()));

        assertThat(bytes.toByteArray())
                .containsExactly(new byte[] {(byte) 0xff, 0, '\r', '\n', '\n', ' ', (byte) 0x80});
    }

    @Test
    void a_line_of_any_length_is_kept_whole() throws Exception {
        Container container = ran("head -c 100000 /dev/zero | tr '\\0' x; echo; echo end");

        assertThat(container.logs()).isEqualTo("x".repeat(100_000) + "\nend\n");
    }

    @Test
    void the_last_lines_can_be_asked_for() throws Exception {
        Container container = ran("seq 1 20000; echo last");

        assertThat(lines(container, LogFilter.ALL.withTail(2))).containsExactly("20000\n", "last\n");
        assertThat(lines(container, LogFilter.ALL.withTail(0))).isEmpty();
        assertThat(lines(container, LogFilter.ALL.withTail(1_000_000))).hasSize(20_001);
    }

    @Test
    void times_bound_what_is_told() throws Exception {
        Container container = ran("echo one; sleep 0.2; echo two");
        Instant second = entries(container, LogFilter.ALL).get(1).time();

        assertThat(lines(container, new LogFilter(OptionalInt.empty(), Optional.of(second), Optional.empty())))
                .containsExactly("two\n");
        assertThat(lines(
                        container,
                        new LogFilter(OptionalInt.empty(), Optional.empty(), Optional.of(second.minusNanos(1)))))
                .containsExactly("one\n");
    }

    @Test
    void one_who_follows_hears_everything_until_the_end() throws Exception {
        Container container = engine.container("busybox")
                .command("sh", "-c", "for i in 1 2 3; do echo $i; sleep 0.05; done")
                .start();

        List<String> heard = new ArrayList<>();
        container.logs(LogFilter.ALL, true, entry -> heard.add(entry.toString()));

        assertThat(heard).containsExactly("1\n", "2\n", "3\n");
        assertThat(container.state().isRunning()).isFalse();
    }

    @Test
    void each_start_goes_on_with_the_log() throws Exception {
        Container container = ran("echo again");
        container.start();
        container.waitFor();

        assertThat(container.logs()).isEqualTo("again\nagain\n");
    }

    @Test
    void what_is_attached_gets_the_output_too() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Container container = engine.container("busybox")
                .command("sh", "-c", "cat; echo err >&2")
                .interactive()
                .start(new Attachment(Attachment.Input.PIPE, out, err));
        container.stdin().write("typed\n".getBytes(StandardCharsets.UTF_8));
        container.stdin().close();

        assertThat(container.waitFor()).isZero();
        assertThat(out).hasToString("typed\n");
        assertThat(err).hasToString("err\n");
        assertThat(container.logs()).contains("typed\n").contains("err\n");
    }
}
