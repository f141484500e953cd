package dev.varve.cli.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.cli.template.TemplateException;
import dev.varve.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static final List<JsonObject> ROWS = List.of(
            JsonObject.EMPTY.with("Name", "é").with("Tag", "latest").with("Labels", "a=b"),
            JsonObject.EMPTY
                    .with("Name", "a-name-longer-than-ten")
                    .with("Tag", "1\u0001\"")
                    .with("Labels", ""));

    private static String printed(String format, List<JsonObject> rows) {
        StringWriter out = new StringWriter();
        new Listing()
                .field("Name", "NAME")
                .field("Tag", "TAG")
                .field("Labels", "LABELS")
                .print(format, List.of("Name", "Tag"), rows, new PrintWriter(out));
        return out.toString();
    }

    @Test
    void a_table_has_a_heading_and_columns_as_wide_as_their_cells_and_at_least_ten() {
        assertThat(printed("", ROWS)).isEqualTo("""
                NAME                     TAG
                é                        latest
                a-name-longer-than-ten   1\ufffd"
                """);
        assertThat(printed("table", List.of())).isEqualTo("NAME      TAG\n");
    }

    @Test
    void a_table_of_ones_own_has_the_headings_of_its_fields() {
        assertThat(printed("table {{.Tag}}\\t<{{.Labels}}>", ROWS)).isEqualTo("""
                TAG       <LABELS>
                latest    <a=b>
                1\ufffd"       <>
                """);
    }

    @Test
    void a_template_is_printed_for_each() {
        assertThat(printed("{{.Name}}:{{.Tag}}\\t.", ROWS.subList(0, 1))).isEqualTo("é:latest\t.\n");
        assertThat(printed("{{.Name}}", List.of())).isEmpty();
    }

    @Test
    void json_is_an_object_a_line_with_all_fields() {
        assertThat(printed("json", ROWS)).isEqualTo("""
                {"Name":"é","Tag":"latest","Labels":"a=b"}
                {"Name":"a-name-longer-than-ten","Tag":"1\\u0001\\"","Labels":""}
                """);
    }

    @Test
    void an_unknown_field_is_named_even_where_there_is_nothing_to_list() {
        assertThatThrownBy(() -> printed("{{.Nope}}", List.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("there is no field 'Nope'; there are Labels, Name, Tag");
        assertThatThrownBy(() -> printed("table {{.Nope}}", List.of())).isInstanceOf(TemplateException.class);
    }
}
