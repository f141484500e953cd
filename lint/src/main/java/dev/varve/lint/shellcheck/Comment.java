package dev.varve.lint.shellcheck;

import dev.varve.dockerfile.SourceRange;
import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import dev.varve.lint.Category;
import dev.varve.lint.Edit;
import dev.varve.lint.Finding;
import dev.varve.lint.Fix;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What ShellCheck says of one place ({@code shellcheck --format=json1}). */
record Comment(JsonObject json) {
    /** As a finding; empty where it is about the lines above the script. */
    Optional<Finding> in(Snippet snippet) throws JsonException {
        if (Snippet.isAbove(json.number("line"))) {
            return Optional.empty();
        }
        String code = "SC" + json.number("code");
        Severity severity = Severity.valueOf(json.text("level").toUpperCase(Locale.ROOT));
        RuleInfo rule = RuleInfo.of(code.toLowerCase(Locale.ROOT), Category.SHELL, severity, code);
        return Optional.of(
                new Finding(rule, severity, range(json, snippet), json.text("message"), Map.of(), fixes(snippet)));
    }

    private static SourceRange range(JsonObject place, Snippet snippet) throws JsonException {
        return snippet.range(
                place.number("line"), place.number("column"), place.number("endLine"), place.number("endColumn"));
    }

    /** Where the program offers a fix, the script does something else after it, so that it is for a person to look at. */
    private List<Fix> fixes(Snippet snippet) throws JsonException {
        Optional<JsonObject> fix = json.optionalObject("fix");
        if (fix.isEmpty()) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>();
        for (JsonObject replacement : fix.get().objects("replacements")) {
            edits.add(new Edit(range(replacement, snippet), replacement.text("replacement")));
        }
        edits.sort(Comparator.comparingInt(edit -> edit.range().start()));
        return List.of(new Fix(false, "Write it as ShellCheck suggests", Optional.empty(), edits));
    }
}
