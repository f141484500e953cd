package dev.varve.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.Shell;
import dev.varve.engine.Engine;
import dev.varve.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code varve report --image}: nothing is run, so the image can be built anywhere. */
class ReportedImageTest {
    private static final String DOCKERFILE = """
            FROM base
            COPY first /a
            COPY second /a
            COPY second /b
            """;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void build() throws Exception {
        shell = new Shell(folder);
        try (PastProject project = PastProject.in(folder.resolve("project"))) {
            project.file("Dockerfile", DOCKERFILE)
                    .file("first", "1".repeat(3000))
                    .file("second", "2".repeat(1000))
                    .commit("first");
        }
        Path base = Files.createDirectories(folder.resolve("base"));
        Files.writeString(base.resolve("Dockerfile"), "FROM scratch\nCOPY f /one\nCOPY f /two\n");
        Files.writeString(base.resolve("f"), "b".repeat(500));
        try (Engine engine = Engine.open(shell.environment())) {
            engine.build(base).tag("base").run();
            engine.build(folder.resolve("project")).tag("web").run();
        }
    }

    private Shell.Result report(String... flags) {
        return shell.run(
                Stream.concat(Stream.of("report", folder.resolve("project").toString()), Stream.of(flags))
                        .toArray(String[]::new));
    }

    @Test
    void text_shows_the_layers_and_what_they_waste() {
        Shell.Result result = report("--image", "web");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("in 2 layers shared with its base base:latest and 3 of its own\n")
                .containsPattern("4\\.61kB +3kB +own +COPY first /a\n")
                .contains("Wasted: 4.5kB of 6kB (75.0 %), 4kB of it by its own layers: 3kB overwritten, 0B deleted,"
                        + " 1.5kB duplicated.")
                .containsPattern("3kB +/a, added by COPY first /a, overwritten by COPY second /a\n")
                .containsPattern("1kB +/b, added by COPY second /b, the same as /a\n")
                .doesNotContain("/two,");
    }

    @Test
    void json_follows_the_schema_and_adds_up() throws Exception {
        Shell.Result result = report("--image", "web", "--format", "json");
        assertThat(ReportSchema.errors(result.out())).isEmpty();
        JsonObject image =
                JsonObject.parse(result.out().getBytes(StandardCharsets.UTF_8)).object("image");
        assertThat(image.text("base")).isEqualTo("base:latest");
        assertThat(image.objects("layers")).hasSize(5);
        assertThat(image.objects("layers").get(1).isTrue("shared")).isTrue();
        assertThat(image.objects("layers").get(2).number("wasted")).isEqualTo(3000);
        JsonObject wasted = image.object("wasted");
        assertThat(wasted.number("live") + wasted.number("bytes")).isEqualTo(wasted.number("total"));
        assertThat(wasted.number("own")).isEqualTo(4000);
        JsonObject worst = wasted.objects("files").get(0);
        assertThat(List.of(worst.text("path"), worst.text("cause"))).containsExactly("/a", "overwritten");
        assertThat(image.object("dive").number("wastedBytes")).isEqualTo(4000);
    }

    @Test
    void markdown_and_html_show_it_too() {
        assertThat(report("--image", "web", "--format", "markdown").out())
                .contains("#### Image web: ")
                .contains("| `COPY first /a` | own | 4.61kB | 3kB |\n")
                .contains("| 3kB | `/a` | added by COPY first /a, overwritten by COPY second /a |\n");
        assertThat(report("--image", "web", "--format", "html").out())
                .contains("<h2 id=\"image-title\">The built image");
    }

    @Test
    void without_an_image_the_json_says_null() throws Exception {
        assertThat(report("--format", "json").out()).contains("\"image\":null");
    }

    @Test
    void an_image_that_is_not_there_is_told() {
        Shell.Result result = report("--image", "nope");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--image: the store has no image 'nope'; 'varve build -t nope' builds it");
    }

    @Test
    void an_image_of_another_dockerfile_is_noted() {
        assertThat(report("--image", "base").out())
                .contains("note: No layer of base was made by an instruction of Dockerfile");
    }

    @Test
    void without_the_base_in_the_store_all_layers_count_as_its_own() {
        shell.run("rmi", "base");
        assertThat(report("--image", "web").out())
                .contains("in 5 layers\n")
                .contains("base:latest is not in the store, so all layers of web count as its own.");
    }

    @Test
    void an_image_whose_own_layers_waste_more_than_they_may_fails_with_the_reason() {
        Shell.Result bytes = report("--image", "web", "--max-wasted", "3.9kB");
        assertThat(bytes.code()).isEqualTo(1);
        assertThat(bytes.err())
                .isEqualTo("varve: the layers of web waste 4kB, more than 3.9kB; the largest is /a with 3kB\n");
        assertThat(report("--image", "web", "--max-wasted", "4kB").code()).isZero();
        assertThat(report("--image", "web", "--max-wasted", "66%").err())
                .contains("waste 66.7 % of 6kB, more than 66.0 %");
        assertThat(report("--image", "web", "--max-wasted", "67%").code()).isZero();
    }

    @Test
    void a_limit_that_is_none_and_one_without_an_image_are_refused() {
        for (String limit : List.of("much", "101%", "-1", "5 % of it", "1Q")) {
            assertThat(report("--image", "web", "--max-wasted", limit).code())
                    .as(limit)
                    .isEqualTo(2);
        }
        assertThat(report("--max-wasted", "1MB").err()).contains("--max-wasted judges an image; --image NAME names it");
        assertThat(report("--image", "web", "--compare", "HEAD..HEAD").code()).isEqualTo(2);
    }

    @Test
    void the_rules_of_a_dive_ci_file_are_held_by_dives_own_figures() throws Exception {
        Shell.Result result = diveCi("""
                rules:
                  lowestEfficiency: 0.95
                  highestWastedBytes: 3.9kB
                  highestUserWastedPercent: 0.5
                """);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err().lines())
                .containsExactly(
                        "varve: lowestEfficiency: web has an efficiency of 0.5000, less than 0.95",
                        "varve: highestWastedBytes: web wastes 4000 bytes as dive counts them, more than 3900",
                        "varve: highestUserWastedPercent: web wastes 0.7273 of those above the lowest layer, more than 0.5");
        assertThat(diveCi("rules: {lowestEfficiency: 0.5, highestWastedBytes: 4kB, highestUserWastedPercent: 0.73}\n")
                        .code())
                .isZero();
    }

    @Test
    void rules_that_are_not_there_are_dives_defaults_and_disabled_ones_are_off() throws Exception {
        List<String> told = new ArrayList<>();
        for (String file : List.of("", "rules:\n")) {
            told.add(diveCi(file).err());
        }
        assertThat(told)
                .allSatisfy(err -> assertThat(err)
                        .contains("less than 0.9\n")
                        .contains("more than 0.1\n")
                        .doesNotContain("highestWastedBytes"));
        assertThat(diveCi("rules:\n  lowestEfficiency: disabled\n  highestUserWastedPercent: off\n")
                        .code())
                .isZero();
    }

    @Test
    void what_is_wrong_in_a_dive_ci_file_is_told_with_its_place() throws Exception {
        assertThat(diveCi("rules:\n  lowestEficiency: 0.9\n").err())
                .contains(".dive-ci:2:3: unknown key 'lowestEficiency'; did you mean 'lowestEfficiency'?");
        assertThat(diveCi("rule:\n  lowestEfficiency: 0.9\n").err()).contains(".dive-ci:1:1: unknown key 'rule'");
        assertThat(diveCi("rules:\n  lowestEfficiency: 95\n").err())
                .contains(".dive-ci:2:21: expected a ratio from 0 to 1, or disabled, for lowestEfficiency, found '95'");
        assertThat(diveCi("rules:\n  highestWastedBytes: lots\n").code()).isEqualTo(2);
        assertThat(report("--image", "web", "--dive-ci", "nowhere").err())
                .contains("--dive-ci nowhere: there is no such file");
    }

    private Shell.Result diveCi(String text) throws Exception {
        Path file = Files.writeString(folder.resolve(".dive-ci"), text);
        return report("--image", "web", "--dive-ci", file.toString());
    }
}
