package dev.varve.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.Shell;
import dev.varve.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageCommandsTest {
    @TempDir
    Path folder;

    private Shell shell;
    private String id;

    @BeforeEach
    void image() throws Exception {
        shell = new Shell(folder);
        id = ImageFixture.build(
                shell, folder, "FROM scratch\nCOPY small /\nLABEL l=m\nENV A=b\nCMD [\"run\"]\n", "web:1");
    }

    private String printed(String... arguments) {
        Shell.Result result = shell.run(arguments);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return result.out();
    }

    private String names() {
        return printed("images", "--format", "{{.Repository}}:{{.Tag}}")
                .replace('\n', ' ')
                .strip();
    }

    @Test
    void an_image_gets_further_names() {
        assertThat(printed("tag", "web:1", "other")).isEmpty();
        assertThat(printed("image", "tag", id.substring(7, 17), "registry.example.com/team/web:2"))
                .isEmpty();
        assertThat(names()).isEqualTo("other:latest web:1 registry.example.com/team/web:2");
    }

    @Test
    void a_name_moves_to_the_image_that_gets_it_last() throws Exception {
        String newer = ImageFixture.build(shell, folder, "FROM scratch\nLABEL newer=yes\n", "web:1");
        assertThat(printed("images", "--no-trunc", "--format", "{{.ID}} {{.Repository}}")
                        .lines())
                .containsExactlyInAnyOrder(newer + " web", id + " <none>");
    }

    @Test
    void an_image_is_removed_with_its_last_name() {
        printed("tag", "web:1", "web:2");
        assertThat(printed("rmi", "web:1")).isEqualTo("Untagged: web:1\n");
        assertThat(printed("image", "rm", "web:2")).isEqualTo("Untagged: web:2\nDeleted: " + id + "\n");
        assertThat(names()).isEmpty();
    }

    @Test
    void an_image_that_is_given_by_its_id_loses_all_its_names_unless_they_are_in_several_repositories() {
        printed("tag", "web:1", "web:2");
        printed("tag", "web:1", "other:1");
        Shell.Result refused = shell.run("rmi", id);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .isEqualTo("varve: image " + id.substring(7, 19)
                        + " has names in several repositories; remove it by its names, or with --force\n");
        printed("rmi", "other:1");
        assertThat(printed("rmi", id.substring(0, 19)))
                .isEqualTo("Untagged: web:1\nUntagged: web:2\nDeleted: " + id + "\n");
    }

    @Test
    void what_cannot_be_removed_does_not_keep_the_others() {
        Shell.Result result = shell.run("rmi", "nosuch", "web:1");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).startsWith("varve: there is no image 'nosuch' here");
        assertThat(result.out()).contains("Untagged: web:1");
        assertThat(shell.run("rmi", "-f", "nosuch").code()).isZero();
    }

    @Test
    void images_without_a_name_are_pruned_and_all_of_them_where_that_is_asked() throws Exception {
        ImageFixture.build(shell, folder, "FROM scratch\nCOPY large /\nLABEL keep=me\n");
        assertThat(printed("image", "prune", "-f", "--filter", "label!=keep")).isEqualTo("Total reclaimed space: 0B\n");
        assertThat(printed("image", "prune", "-f", "--filter", "until=24h")).isEqualTo("Total reclaimed space: 0B\n");
        assertThat(printed("image", "prune", "--force"))
                .startsWith("Deleted Images:\ndeleted: sha256:")
                .contains("\n\nTotal reclaimed space: ");
        assertThat(names()).isEqualTo("web:1");
        assertThat(printed("image", "prune", "-af")).startsWith("Deleted Images:\nuntagged: web:1\ndeleted: " + id);
    }

    @Test
    void pruning_asks_at_a_terminal_and_is_refused_without_one() {
        Shell.Result refused = shell.run("image", "prune");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .isEqualTo(
                        "varve: this asks before it removes anything, and there is no terminal to ask at; --force does it unasked\n");
        assertThat(shell.typing("n\n").run("image", "prune", "-a").out())
                .isEqualTo("WARNING! This will remove all images without at least one container associated to them.\n"
                        + "Are you sure you want to continue? [y/N] ");
        assertThat(shell.typing("").run("image", "prune", "-a").code()).isZero();
        assertThat(names()).isEqualTo("web:1");
        assertThat(shell.typing("y\n").run("image", "prune", "-a").out()).contains("untagged: web:1");
    }

    @Test
    void an_image_is_inspected_with_dockers_field_names() throws Exception {
        JsonObject image = JsonObject.parse(
                printed("image", "inspect", "--format", "{{json .}}", "web:1").getBytes(StandardCharsets.UTF_8));
        assertThat(image.members().keySet())
                .containsExactly(
                        "Id",
                        "RepoTags",
                        "RepoDigests",
                        "Parent",
                        "Comment",
                        "Created",
                        "DockerVersion",
                        "Author",
                        "Architecture",
                        "Os",
                        "Size",
                        "GraphDriver",
                        "RootFS",
                        "Metadata",
                        "Descriptor",
                        "Config");
        assertThat(image.text("Id")).isEqualTo(id);
        assertThat(image.texts("RepoTags")).containsExactly("web:1");
        assertThat(image.object("RootFS").texts("Layers")).hasSize(1);
        assertThat(image.object("Config").texts("Env"))
                .containsExactly("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "A=b");
    }

    @Test
    void documents_are_an_array_and_what_is_missing_is_told_after_them() {
        Shell.Result result = shell.run("image", "inspect", "nosuch", "web:1");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .startsWith("[\n    {\n        \"Id\": \"" + id + "\",\n")
                .endsWith("    }\n]\n");
        assertThat(result.err()).startsWith("varve: there is no image 'nosuch' here");
        assertThat(shell.run("image", "inspect", "nosuch").out()).isEqualTo("[]\n");
    }

    @Test
    void a_template_may_ask_for_what_is_not_set() {
        assertThat(printed("image", "inspect", "-f", "{{.Config.User}}|{{.Config.Volumes}}|{{.Config.Cmd}}", "web:1"))
                .isEqualTo("|map[]|[run]\n");
    }

    @Test
    void images_are_saved_and_loaded_under_the_names_they_were_given_by() throws Exception {
        printed("tag", "web:1", "web:2");
        Path archive = folder.resolve("images.tar");
        printed("save", "-o", archive.toString(), "web:1");
        printed("rmi", "web:1", "web:2");
        assertThat(printed("load", "--input", archive.toString())).isEqualTo("Loaded image: web:1\n");
        assertThat(names()).isEqualTo("web:1");

        byte[] piped = shell.run("image", "save", "web:1").raw().toByteArray();
        assertThat(piped).isEqualTo(Files.readAllBytes(archive));
        printed("rmi", "web:1");
        assertThat(shell.input(piped).run("load", "-q").out()).isEmpty();
        assertThat(names()).isEqualTo("web:1");

        byte[] nameless = shell.run("save", id).raw().toByteArray();
        assertThat(new String(nameless, StandardCharsets.ISO_8859_1)).contains("web:1");
    }

    @Test
    void a_root_file_system_becomes_an_image() throws Exception {
        Path archive = folder.resolve("files.tar");
        Path context = Files.createDirectory(folder.resolve("for-import"));
        Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPY Dockerfile /\n");
        printed("build", "-q", "--output", "type=tar,dest=" + archive, context.toString());
        String imported = printed(
                        "import", "-m", "by hand", "-c", "CMD [\"x\"]", "-c", "LABEL a=b", archive.toString(), "own:1")
                .strip();
        assertThat(imported).matches("sha256:[0-9a-f]{64}");
        assertThat(printed("inspect", "-f", "{{.Id}} {{.Config.Cmd}} {{.Config.Labels}} {{.Comment}}", "own:1"))
                .isEqualTo(imported + " [x] map[a:b] by hand\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tag web:1                            | 1   | 'varve tag' requires 2 arguments: varve tag SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]
            tag nosuch x                         | 1   | there is no image 'nosuch' here; 'varve pull nosuch' brings one, 'varve images' shows what there is
            tag web:1 B:x                        | 1   | 'B:x' is not an image name; expected [registry/]path[:tag][@digest] with the path in lower case
            tag web:1 a@sha256:0000000000000000000000000000000000000000000000000000000000000000 | 1 | 'a@sha256:0000000000000000000000000000000000000000000000000000000000000000' has a digest; a name that is given to an image has none
            rmi                                  | 1   | 'varve rmi' requires at least 1 argument: varve rmi [OPTIONS] IMAGE [IMAGE...]
            rmi --no-prune web:1                 | 125 | --no-prune is a flag of docker that varve does not support: an image is removed without those it was built from
            save nosuch                          | 1   | there is no image 'nosuch' here; 'varve pull nosuch' brings one, 'varve images' shows what there is
            save -o /no/such/folder/x web:1      | 1   | --output: there is no folder /no/such/folder
            save -o / web:1                      | 1   | --output: / is a folder
            load -i /no/such/file                | 1   | /no/such/file: there is no such file or folder
            import /no/such/file                 | 1   | /no/such/file: there is no such file or folder
            import -c RUN - x                    | 1   | 'RUN' cannot change an image's configuration; expected one of CMD, ENTRYPOINT, ENV, EXPOSE, HEALTHCHECK, LABEL, ONBUILD, STOPSIGNAL, USER, VOLUME, WORKDIR
            import --platform 1/2/3/4 - x        | 1   | --platform: '1/2/3/4' has more than three parts; expected os/architecture[/variant]
            pull UPPER                           | 1   | 'UPPER' is not an image name; expected [registry/]path[:tag][@digest] with the path in lower case
            pull -a web                          | 125 | -a is a flag of docker that varve does not support: pull the tags one by one
            push nosuch                          | 1   | there is no image 'nosuch:latest' here; 'varve pull nosuch:latest' brings one, 'varve images' shows what there is
            push -a web:1                        | 1   | --all-tags takes a repository, and 'web:1' has a tag or a digest
            push -a nosuch                       | 1   | there is no image of repository 'nosuch' here
            image                                | 0   |
            inspect --format {{.X}} web:1        | 1   | --format: there is no field 'X'; there are Architecture, Author, Comment, Config, Created, Descriptor, DockerVersion, GraphDriver, Id, Metadata, Os, Parent, RepoDigests, RepoTags, RootFS, Size
            """)
    void bad_input_gets_one_clear_line(String line, int code, String message) {
        Shell.Result result = shell.run(line.split(" "));
        assertThat(result.err()
                        .lines()
                        .filter(printed -> printed.startsWith("varve: "))
                        .findFirst()
                        .orElse(""))
                .isEqualTo(message == null ? "" : "varve: " + message);
        assertThat(result.code()).isEqualTo(code);
        assertThat(names()).isEqualTo("web:1");
    }

    @Test
    void an_address_is_not_imported_and_it_is_said_what_to_do() {
        assertThat(shell.run("import", "https://example.com/x.tar").err())
                .isEqualTo(
                        "varve: addresses are not imported; 'curl -L https://example.com/x.tar | varve import -' does it\n");
    }

    @Test
    void what_is_no_archive_is_told_so() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "this is no archive");
        Shell.Result result = shell.run("load", "-i", file.toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).startsWith("varve: " + file).hasLineCount(1);
    }

    @Test
    void archives_do_not_go_to_a_terminal_or_come_from_one() {
        assertThat(shell.typing("x").run("load").err())
                .isEqualTo("varve: an archive is not read from a terminal; use --input or redirect\n");
    }
}
