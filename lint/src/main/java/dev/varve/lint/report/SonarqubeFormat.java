package dev.varve.lint.report;

import dev.varve.json.JsonStream;
import dev.varve.lint.Category;
import dev.varve.lint.Finding;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SonarQube's generic issue import, with the rules that 10.3 and newer ask for. */
final class SonarqubeFormat implements ReportFormat {
    @Override
    public void write(LintReport report, Writer out) throws IOException {
        List<Located> all = report.files().stream().flatMap(Located::in).toList();
        Map<String, RuleInfo> rules = new LinkedHashMap<>();
        all.forEach(located -> rules.putIfAbsent(
                located.finding().rule().id(), located.finding().rule()));
        JsonStream json = new JsonStream(out);
        json.object(() -> {
            json.list("rules", List.copyOf(rules.values()), rule -> rule(rule, report, json));
            json.list("issues", all, located -> issue(located, json));
        });
        json.end();
    }

    private static void rule(RuleInfo rule, LintReport report, JsonStream json) {
        String summary = report.summaries().apply(rule);
        json.object(() -> {
            json.member("id", rule.id()).member("name", rule.id());
            json.member("description", summary.isEmpty() ? rule.id() : summary);
            json.member("engineId", "varve");
            json.member("cleanCodeAttribute", rule.category() == Category.SECURITY ? "TRUSTWORTHY" : "CONVENTIONAL");
            json.list(
                    "impacts",
                    List.of(rule),
                    impact -> json.object(() -> json.member(
                                    "softwareQuality",
                                    rule.category() == Category.SECURITY ? "SECURITY" : "MAINTAINABILITY")
                            .member("severity", impact(rule.severity()))));
        });
    }

    private static void issue(Located located, JsonStream json) {
        Finding finding = located.finding();
        Place place = located.place();
        json.object(() -> {
            json.member("ruleId", finding.rule().id());
            json.object("primaryLocation", () -> {
                json.member("message", finding.message());
                json.member("filePath", located.path());
                json.object("textRange", () -> range(place, json));
            });
        });
    }

    /** Columns count from 0, and a range must not be empty. */
    private static void range(Place place, JsonStream json) {
        json.member("startLine", place.line()).member("endLine", place.endLine());
        if (place.line() != place.endLine() || place.column() != place.endColumn()) {
            json.member("startColumn", place.column() - 1).member("endColumn", place.endColumn() - 1);
        }
    }

    private static String impact(Severity severity) {
        return switch (severity) {
            case ERROR -> "HIGH";
            case WARNING -> "MEDIUM";
            case INFO, STYLE -> "LOW";
        };
    }
}
