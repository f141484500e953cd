package dev.varve.cli.format;

import dev.varve.cli.console.JsonPrinter;
import dev.varve.cli.template.Template;
import dev.varve.json.JsonObject;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of things, printed as {@code --format} says: {@code table}, {@code table TEMPLATE}, {@code json} (an object a line), or
 * a template for each.
 */
public final class Listing {
    private static final String TABLE = "table";

    private final Map<String, String> headers = new LinkedHashMap<>();

    /** Adds a field that a row has; those without a heading can only be asked for. */
    public Listing field(String name, String heading) {
        headers.put(name, heading);
        return this;
    }

    /**
     * Prints it.
     *
     * @param format as given; {@code table} by default
     * @param usual the fields of the plain table
     * @param rows each with all fields
     * @throws dev.varve.cli.template.TemplateException where the format is wrong
     */
    public void print(String format, List<String> usual, List<JsonObject> rows, PrintWriter out) {
        if (format.equals("json")) {
            rows.forEach(row -> out.println(JsonPrinter.compact(row)));
        } else if (format.isEmpty() || format.equals(TABLE)) {
            table(templateOf(usual), rows, out);
        } else if (format.startsWith(TABLE + " ")) {
            table(unescaped(format.substring(TABLE.length()).strip()), rows, out);
        } else {
            Template template = Template.parse(unescaped(format));
            template.render(example());
            rows.forEach(row -> out.println(template.render(row)));
        }
    }

    private void table(String text, List<JsonObject> rows, PrintWriter out) {
        Template template = Template.parse(text);
        Table table = new Table();
        table.add(cells(template.render(example())));
        rows.forEach(row -> table.add(cells(template.render(row))));
        table.print(out);
    }

    /** The headings; a wrong format is wrong even where there is nothing to print. */
    private JsonObject example() {
        return JsonObject.of(headers);
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split("\t", -1));
    }

    private static String templateOf(List<String> fields) {
        return String.join(
                "\t", fields.stream().map(field -> "{{." + field + "}}").toList());
    }

    /** A shell hands on {@code \t} as two letters. */
    private static String unescaped(String format) {
        return format.replace("\\t", "\t").replace("\\n", "\n");
    }
}
