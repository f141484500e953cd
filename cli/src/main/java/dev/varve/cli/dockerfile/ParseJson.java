package dev.varve.cli.dockerfile;

import dev.varve.dockerfile.Diagnostic;
import dev.varve.dockerfile.Directive;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Flag;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.json.JsonStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A Dockerfile's tree as a JSON document. */
final class ParseJson {
    private final JsonStream json;

    private ParseJson(JsonStream json) {
        this.json = json;
    }

    static void write(Dockerfile dockerfile, boolean withFile, Writer out) {
        JsonStream json = new JsonStream(out);
        new ParseJson(json).document(dockerfile, withFile);
        json.end();
    }

    private void document(Dockerfile dockerfile, boolean withFile) {
        json.object(() -> {
            if (withFile) {
                json.member("file", dockerfile.file());
            }
            json.member("escape", String.valueOf(dockerfile.escape()));
            json.object("directives", () -> {
                for (Directive directive : dockerfile.directives()) {
                    json.member(directive.name(), directive.value());
                }
            });
            json.list("stages", dockerfile.stages(), this::stage);
            json.list("globalArgs", dockerfile.globalArgs(), this::instruction);
            json.list("diagnostics", dockerfile.diagnostics(), this::diagnostic);
        });
    }

    private void stage(Stage stage) {
        Word platform = stage.from().platform();
        json.object(() -> json.member("name", stage.name())
                .member("base", stage.from().base().text())
                .member("platform", platform == null ? null : platform.text())
                .member("line", stage.from().line())
                .list("instructions", stage.instructions(), this::instruction));
    }

    private void instruction(Instruction instruction) {
        json.object(() -> json.member("name", instruction.name())
                .member("line", instruction.line())
                .member("endLine", instruction.endLine())
                .member("form", instruction.syntax().form().name().toLowerCase(Locale.ROOT))
                .object(
                        "flags",
                        () -> flags(instruction).forEach((name, values) -> json.list(name, values, json::value)))
                .list("args", instruction.syntax().args(), word -> json.value(word.text()))
                .list(
                        "heredocs",
                        instruction.syntax().heredocs(),
                        document -> json.object(() -> json.member("name", document.name())
                                .member("expand", document.expand())
                                .member("chomp", document.chomp())
                                .member("content", document.content()))));
    }

    /** A flag without a value, such as {@code --link}, is one that is true. */
    private static Map<String, List<String>> flags(Instruction instruction) {
        Map<String, List<String>> flags = new LinkedHashMap<>();
        for (Flag flag : instruction.syntax().flags()) {
            Word value = flag.value();
            flags.computeIfAbsent(flag.name(), name -> new ArrayList<>()).add(value == null ? "true" : value.text());
        }
        return flags;
    }

    private void diagnostic(Diagnostic diagnostic) {
        json.object(() -> json.member("line", diagnostic.line())
                .member("column", diagnostic.column())
                .member("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT))
                .member("message", diagnostic.message()));
    }
}
