package dev.varve.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.varve.engine.build.BuildListener;
import dev.varve.image.HistoryEntry;
import dev.varve.plan.StagePlan;
import dev.varve.plan.Step;
import dev.varve.sandbox.SeveralIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RUN with a real process in a real sandbox. */
class RunTest {
    @TempDir
    Path folder;

    private final StringBuilder printed = new StringBuilder();
    private Path context;
    private Engine engine;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        context = Files.createDirectory(folder.resolve("context"));
        engine = Engine.open(folder.resolve("store"));
        BusyboxImage.in(engine, folder.resolve("busybox"), "busybox");
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
    }

    private BuildRequest request(String dockerfile) throws IOException {
        Files.writeString(context.resolve("Dockerfile"), dockerfile);
        return engine.build(context).tag("built").listener(new BuildListener() {
            @Override
            public void output(StagePlan stage, Step step, byte[] bytes) {
                synchronized (printed) {
                    printed.append(new String(bytes, StandardCharsets.UTF_8));
                }
            }
        });
    }

    private BuildResult build(String dockerfile) throws IOException, InterruptedException {
        return request(dockerfile).run();
    }

    private List<String> lastLayer() throws IOException {
        return LayerLines.of(folder.resolve("store"), engine.image("built"), 0);
    }

    private static List<String> statuses(BuildResult result) {
        return result.steps().stream()
                .filter(step -> step.step().operation().isPresent())
                .map(step -> step.status() + " " + step.step().text())
                .collect(Collectors.toList());
    }

    @Test
    void a_run_leaves_what_it_changed_as_a_layer() throws Exception {
        build("FROM busybox\nRUN mkdir /made && echo hello > /made/file && rm /bin/ar && touch /tmp\n");
        assertThat(lastLayer())
                .containsExactly(
                        "directory 755 0:0 bin",
                        "whiteout 0 0:0 bin/ar",
                        "directory 755 0:0 made",
                        "file 644 0:0 made/file");
    }

    @Test
    void what_is_not_changed_makes_no_layer_entry() throws Exception {
        build("FROM busybox\nRUN chmod 755 /bin && cat /etc/passwd >/dev/null\n");
        assertThat(lastLayer()).isEmpty();
    }

    @Test
    void its_output_is_heard() throws Exception {
        build("FROM busybox\nRUN echo out; echo err >&2\n");
        assertThat(printed.toString()).contains("out\n").contains("err\n");
    }

    @Test
    void it_sees_the_variables_of_the_dockerfile_and_nothing_of_the_hosts() throws Exception {
        build("FROM busybox\nENV A=1\nARG B=2\nRUN env\n");
        assertThat(printed.toString().lines().filter(line -> !line.startsWith("SHLVL") && !line.startsWith("PWD")))
                .containsExactlyInAnyOrder("A=1", "B=2", "HOME=/root", "PATH=/bin");
    }

    @Test
    void a_build_that_has_run_is_found_again() throws Exception {
        String dockerfile = "FROM busybox\nRUN echo 1 > /one\nRUN echo 2 > /two\n";
        BuildResult first = build(dockerfile);
        BuildResult second = build(dockerfile);
        assertThat(statuses(second))
                .containsExactly("CACHED FROM busybox", "CACHED RUN echo 1 > /one", "CACHED RUN echo 2 > /two");
        assertThat(second.image()).isEqualTo(first.image());
    }

    @Test
    void a_failing_command_is_told_with_its_line_its_code_and_the_end_of_its_output() throws Exception {
        BuildFailedException failure = catchThrowableOfType(
                BuildFailedException.class,
                () -> build("FROM busybox\nENV A=1\nRUN echo before > /x\nRUN echo oops >&2; exit 7\n"));
        assertThat(failure.line()).isEqualTo(4);
        assertThat(failure.exitCode()).isEqualTo(7);
        assertThat(failure.output()).isEqualTo("oops\n");
        Image before = engine.image(failure.imageBefore().orElseThrow());
        assertThat(before.config().config().env()).contains("A=1");
        assertThat(before.config().diffIds()).hasSize(2);
    }

    @Test
    void a_user_runs_as_the_image_says() throws Exception {
        build("FROM busybox\nUSER user\nRUN id -u; id -g; echo $HOME\n");
        assertThat(printed.toString()).isEqualTo("1000\n1000\n/home/user\n");
    }

    @Test
    void a_cache_mount_keeps_what_builds_put_there_and_leaves_nothing_in_the_layer() throws Exception {
        build("FROM busybox\nRUN --mount=type=cache,target=/cache echo 1 > /cache/x\n");
        assertThat(lastLayer()).isEmpty();
        build("FROM busybox\nRUN --mount=type=cache,target=/cache cat /cache/x\n");
        assertThat(printed.toString()).isEqualTo("1\n");
    }

    @Test
    void a_secret_is_there_for_the_command_and_nowhere_else() throws Exception {
        request("FROM busybox\nRUN --mount=type=secret,id=key cat /run/secrets/key\n")
                .secret("key", "s3cret".getBytes(StandardCharsets.UTF_8))
                .run();
        assertThat(printed.toString()).isEqualTo("s3cret");
        assertThat(lastLayer()).isEmpty();
    }

    @Test
    void a_required_secret_that_is_not_given_is_told() throws Exception {
        BuildFailedException failure = catchThrowableOfType(
                BuildFailedException.class,
                () -> build("FROM busybox\nRUN --mount=type=secret,id=key,required cat /run/secrets/key\n"));
        assertThat(failure).hasMessageEndingWith("needs the secret 'key'; give it with --secret id=key,src=FILE");
    }

    @Test
    void bind_mounts_show_the_context_and_other_stages_and_keep_no_writes() throws Exception {
        Files.writeString(context.resolve("a.txt"), "from the context");
        build("""
                FROM busybox AS made
                RUN echo from a stage > /b.txt
                FROM busybox
                RUN --mount=target=/ctx,rw --mount=from=made,source=/b.txt,target=/b.txt \\
                    cat /ctx/a.txt /b.txt && echo x > /ctx/new
                """);
        assertThat(printed.toString()).isEqualTo("from the contextfrom a stage\n");
        assertThat(lastLayer()).isEmpty();
        assertThat(context.resolve("new")).doesNotExist();
    }

    @Test
    void a_tmpfs_is_empty_and_leaves_nothing() throws Exception {
        build("FROM busybox\nRUN --mount=type=tmpfs,target=/scratch echo x > /scratch/y && ls /scratch\n");
        assertThat(printed.toString()).isEqualTo("y\n");
        assertThat(lastLayer()).isEmpty();
    }

    @Test
    void without_a_network_there_is_only_a_loopback() throws Exception {
        build("FROM busybox\nRUN --network=none ls /sys/class/net\n");
        assertThat(printed.toString()).isEqualTo("lo\n");
    }

    @Test
    void a_heredoc_with_an_interpreter_is_a_script() throws Exception {
        build("FROM busybox\nRUN <<EOF\n#!/bin/sh\necho script $0\nEOF\n");
        assertThat(printed.toString()).isEqualTo("script /dev/pipes/EOF\n");
        assertThat(lastLayer()).isEmpty();
    }

    @Test
    void insecure_steps_are_refused() throws Exception {
        BuildFailedException failure = catchThrowableOfType(
                BuildFailedException.class, () -> build("FROM busybox\nRUN --security=insecure true\n"));
        assertThat(failure).hasMessageContaining("--security=insecure is not supported");
    }

    @Test
    void history_tells_the_command_as_docker_does() throws Exception {
        build("FROM busybox\nARG V=1\nRUN true\nCMD [\"sh\"]\n");
        assertThat(engine.image("built").history().stream()
                        .map(ImageHistory::entry)
                        .map(HistoryEntry::createdBy)
                        .limit(3))
                .containsExactly("CMD [\"sh\"]", "RUN |1 V=1 /bin/sh -c true # buildkit", "ARG V=1");
    }

    @Test
    void stages_that_do_not_wait_for_one_another_run_beside_each_other() throws Exception {
        // each waits for the other's file in a shared cache, so one after the other they would never end
        build("""
                FROM busybox AS one
                RUN --mount=type=cache,target=/c echo > /c/1; n=0; until [ -e /c/2 ]; do sleep 0.1; n=$((n+1)); [ $n -lt 600 ]; done
                FROM busybox AS two
                RUN --mount=type=cache,target=/c echo > /c/2; n=0; until [ -e /c/1 ]; do sleep 0.1; n=$((n+1)); [ $n -lt 600 ]; done
                FROM busybox
                COPY --from=one /etc/passwd /1
                COPY --from=two /etc/passwd /2
                """);
    }

    @Test
    void a_set_user_program_works_as_in_docker() throws Exception {
        SeveralIds.require();
        build("""
                FROM busybox
                COPY --chmod=4755 --from=busybox /bin/busybox /set-user/busybox
                RUN sed -i s/root:x:/root::/ /etc/passwd
                USER user
                RUN grep NoNewPrivs /proc/self/status; /set-user/busybox su -c 'id -u; grep CapPrm /proc/self/status'
                """);

        assertThat(printed).hasToString("NoNewPrivs:\t0\n0\nCapPrm:\t00000000a80425fb\n");
    }
}
