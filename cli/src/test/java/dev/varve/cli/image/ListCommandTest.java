package dev.varve.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.Shell;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListCommandTest {
    @TempDir
    Path folder;

    private Shell shell;
    private String old;
    private String web;
    private String nameless;

    @BeforeEach
    void images() throws Exception {
        shell = new Shell(folder);
        old = build("FROM scratch\nLABEL stage=old\nCOPY small /\n", "1600000000", "old:1");
        nameless = build("FROM scratch\nCOPY small large /\n", "1650000000");
        web = build(
                "FROM scratch\nLABEL stage=new tier=web\nCOPY large /\n",
                "1700000000",
                "web-ping",
                "web-ping:2",
                "registry.example.com:5000/team/web-ping");
    }

    private String build(String dockerfile, String epoch, String... tags) throws Exception {
        return ImageFixture.build(shell, folder, dockerfile, Map.of("SOURCE_DATE_EPOCH", epoch), tags);
    }

    private static String brief(String id) {
        return id.substring(7, 19);
    }

    private String printed(String... arguments) {
        Shell.Result result = shell.run(arguments);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return result.out();
    }

    @Test
    void images_are_listed_with_dockers_columns_once_a_name_the_newest_first() {
        assertThat(printed("images").replaceAll("[0-9]+ years ago", "N years ago"))
                .isEqualTo("""
                        REPOSITORY                                TAG       IMAGE ID       CREATED       SIZE
                        web-ping                                  2         %s   N years ago   102kB
                        web-ping                                  latest    %s   N years ago   102kB
                        registry.example.com:5000/team/web-ping   latest    %s   N years ago   102kB
                        <none>                                    <none>    %s   N years ago   103kB
                        old                                       1         %s   N years ago   2.05kB
                        """.formatted(brief(web), brief(web), brief(web), brief(nameless), brief(old)));
    }

    @Test
    void an_empty_store_has_headings_only() {
        assertThat(new Shell(folder.resolve("empty")).run("images").out())
                .isEqualTo("REPOSITORY   TAG       IMAGE ID   CREATED   SIZE\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            images old                                    | old:1
            images old:1                                  | old:1
            images old:2                                  |
            images w*                                     | web-ping:2 web-ping:latest
            images w*:latest                              | web-ping:latest
            image ls web-ping:[0-9]                       | web-ping:2
            images */*/web-ping                           | registry.example.com:5000/team/web-ping:latest
            images --filter reference=old                 | old:1
            images -f reference=old -f reference=*:2      | web-ping:2 old:1
            images --filter dangling=true                 | <none>:<none>
            images -f dangling=false w*                   | web-ping:2 web-ping:latest
            images --filter label=stage w*:2              | web-ping:2
            images --filter label=stage=old               | old:1
            images --filter label=stage=new -f label=x    |
            images --filter before=web-ping old*          | old:1
            images --filter since=old:1 web*:2            | web-ping:2
            images --filter before=old:1                  |
            images --filter until=2021-01-01T00:00:00Z    | old:1
            images --filter until=1600000001              | old:1
            images -a old                                 | old:1
            """)
    void names_and_filters_choose(String line, String expected) {
        String[] arguments = (line + " --format {{.Repository}}:{{.Tag}}").split(" ");
        assertThat(String.join(" ", printed(arguments).lines().toList())).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void ids_alone_are_once_a_name_as_docker_has_them() {
        assertThat(printed("images", "-q", "old")).isEqualTo(brief(old) + "\n");
        assertThat(printed("images", "-q", "--no-trunc", "old")).isEqualTo(old + "\n");
        assertThat(printed("images", "-q", "w*").lines()).hasSize(2);
    }

    @Test
    void digests_have_a_column_of_their_own() {
        assertThat(printed("images", "--digests", "old"))
                .startsWith("REPOSITORY   TAG       DIGEST    IMAGE ID       CREATED")
                .contains("old          1         <none>    " + brief(old));
    }

    @Test
    void json_is_an_object_a_line() {
        assertThat(printed("images", "--format", "json", "old"))
                .startsWith("{\"Repository\":\"old\",\"Tag\":\"1\",\"Digest\":\"<none>\",\"ID\":\"" + brief(old)
                        + "\",\"CreatedSince\":\"")
                .contains("\"CreatedAt\":\"2020-09-1", "\"Size\":\"2.05kB\"", "\"Labels\":\"stage=old\"")
                .endsWith("}\n");
    }

    @Test
    void a_table_can_have_other_columns() {
        assertThat(printed("images", "--format", "table {{.ID}}\\t{{.Repository}}", "old"))
                .isEqualTo("IMAGE ID       REPOSITORY\n" + brief(old) + "   old\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            images --filter foo=bar               | 1   | invalid filter 'foo'; there are dangling, reference, label, before, since, until
            images --filter foo                   | 125 | invalid argument "foo" for "-f, --filter" flag: bad format of filter (expected name=value)
            images --filter dangling=perhaps      | 1   | invalid filter 'dangling=perhaps'; expected true or false
            images --filter before=nosuch         | 1   | there is no image 'nosuch' here; 'varve pull nosuch' brings one, 'varve images' shows what there is
            images --filter until=soon            | 1   | until: 'soon' is no time; expected how long ago, such as 24h or 1h30m, or when, such as 2026-11-24T10:00:00
            images [                              | 1   | '[' is no pattern of names: a character is missing in [ ]
            images --format {{.Nope}}             | 1   | --format: there is no field 'Nope'; there are CreatedAt, CreatedSince, Digest, ID, Labels, Repository, Size, Tag, VirtualSize
            images --format {{.ID                 | 1   | --format: an action is not closed: '.ID'
            images a b                            | 1   | 'varve images' requires at most 1 argument: varve images [OPTIONS] [REPOSITORY[:TAG]]
            images --tree                         | 125 | --tree is a flag of docker that varve does not support: an image has one platform here
            """)
    void bad_input_gets_one_clear_line(String line, int code, String message) {
        Shell.Result result = shell.run(line.split(" "));
        assertThat(result.err().lines().findFirst()).contains("varve: " + message);
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.out()).isEmpty();
    }
}
