package dev.varve.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemCommandsTest {
    @TempDir
    Path folder;

    private Shell shell;
    private Path context;

    @BeforeEach
    void context() throws Exception {
        shell = new Shell(folder);
        context = Files.createDirectory(folder.resolve("context"));
        Files.write(context.resolve("shared"), new byte[200_000]);
        Files.write(context.resolve("own"), new byte[50_000]);
    }

    private void build(String name, String dockerfile) throws Exception {
        Files.writeString(context.resolve("Dockerfile"), dockerfile);
        assertThat(shell.run("build", "-q", "-t", name, context.toString()).err())
                .isEmpty();
    }

    private String printed(String... arguments) {
        Shell.Result result = shell.run(arguments);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return result.out();
    }

    @Test
    void an_empty_store_takes_no_room() {
        assertThat(printed("system", "df")).isEqualTo("""
                TYPE            TOTAL     ACTIVE    SIZE      RECLAIMABLE
                Images          0         0         0B        0B
                Containers      0         0         0B        0B
                Local Volumes   0         0         0B        0B
                Build Cache     0         0         0B        0B
                """);
    }

    @Test
    void what_images_share_is_counted_once() throws Exception {
        build("one", "FROM scratch\nCOPY shared /\n");
        build("two", "FROM scratch\nCOPY shared /\nCOPY own /\n");
        String images = printed("system", "df").lines().skip(1).findFirst().orElse("");
        assertThat(images).matches("Images {10}2 {9}0 {9}25[0-9]\\.[0-9]kB +25[0-9]\\.[0-9]kB \\(100%\\)");
        assertThat(printed("system", "df", "--format", "{{.Type}}={{.TotalCount}}")
                        .lines())
                .startsWith("Images=2", "Containers=0");
        String rows = printed("system", "df", "-v")
                .replaceAll("(?:Less than a second|[0-9]+ seconds?|About a minute) ago", "AGO");
        assertThat(rows)
                .startsWith("Images space usage:\n\nREPOSITORY   TAG       IMAGE ID")
                .contains("SHARED SIZE   UNIQUE SIZE   CONTAINERS\n", "Containers space usage:", "Build cache usage: ");
        assertThat(rows.lines().filter(row -> row.startsWith("one")))
                .singleElement()
                .asString()
                .matches("one          latest    [0-9a-f]{12}   AGO +202kB +201\\.[0-9]kB +[0-9]{3}B +0");
        assertThat(printed("system", "df", "-v", "--format", "{{range .Images}}{{.Repository}} {{end}}"))
                .contains("one ", "two ");
    }

    @Test
    void everything_that_nobody_uses_is_pruned() throws Exception {
        build("one", "FROM scratch\nCOPY shared /\n");
        build("one", "FROM scratch\nCOPY own /\n");
        String pruned = printed("system", "prune", "--force");
        assertThat(pruned)
                .startsWith("Deleted Images:\ndeleted: sha256:")
                .contains("Deleted build cache objects: ")
                .containsPattern("Total reclaimed space: 2[0-9]{2}\\.?[0-9]*kB\n$");
        assertThat(printed("images", "-q")).hasLineCount(1);
        assertThat(shell.run("build", context.toString()).err()).contains("CACHED");

        assertThat(printed("system", "prune", "-a", "-f")).contains("untagged: one:latest");
        assertThat(printed("system", "df").lines().skip(1)).allMatch(line -> line.matches(".* 0 +0 +0B +0B"));
    }

    @Test
    void the_build_cache_alone_is_pruned() throws Exception {
        build("one", "FROM scratch\nCOPY shared /\n");
        printed("rmi", "one");
        assertThat(printed("system", "df").lines().filter(line -> line.startsWith("Build Cache")))
                .singleElement()
                .asString()
                .contains("kB");
        assertThat(printed("builder", "prune", "-f", "--filter", "until=1h"))
                .isEqualTo("Deleted build cache objects: 0\nTotal reclaimed space: 0B\n");
        assertThat(printed("builder", "prune", "-f", "--max-used-space", "1g"))
                .isEqualTo("Deleted build cache objects: 0\nTotal reclaimed space: 0B\n");
        assertThat(printed("buildx", "prune", "-f")).containsPattern("Total reclaimed space: 20[0-9]\\.?[0-9]*kB\n$");
        assertThat(shell.run("build", context.toString()).err()).doesNotContain("CACHED");
    }

    @Test
    void the_machine_is_described() {
        assertThat(printed("system", "info")).contains("Images: 0\n", "Containers: 0\n", "Store Folder: " + folder);
        assertThat(printed("info", "--format", "{{.Images}} {{.Containers}}")).isEqualTo("0 0\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            system prune                          | 1   | this asks before it removes anything, and there is no terminal to ask at; --force does it unasked
            system prune --volumes -f             | 125 | --volumes is a flag of docker that varve does not support: there are no volumes; a container's own go with it
            system prune -f --filter x=y          | 1   | invalid filter 'x'; there are until, label, label!
            builder prune                         | 1   | this asks before it removes anything, and there is no terminal to ask at; --force does it unasked
            builder prune -f --max-used-space big | 125 | invalid argument "big" for "--max-used-space" flag: expected a number of bytes, such as 512m or 2g
            system df x                           | 1   | 'varve system df' accepts no arguments: varve system df [OPTIONS]
            system df --format {{.X}}             | 1   | --format: there is no field 'X'; there are Active, Reclaimable, Size, TotalCount, Type
            system events                         | 1   | unknown command: varve system events
            """)
    void bad_input_gets_one_clear_line(String line, int code, String message) {
        Shell.Result result = shell.run(line.split(" "));
        assertThat(result.err().lines().findFirst()).contains("varve: " + message);
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.out()).isEmpty();
    }
}
