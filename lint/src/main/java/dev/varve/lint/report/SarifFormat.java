package dev.varve.lint.report;

import dev.varve.json.JsonStream;
import dev.varve.lint.Finding;
import dev.varve.lint.Fix;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SARIF 2.1.0 (OASIS), one run. */
final class SarifFormat implements ReportFormat {
    @Override
    public void write(LintReport report, Writer out) throws IOException {
        List<Located> all = report.files().stream().flatMap(Located::in).toList();
        Map<String, RuleInfo> rules = new LinkedHashMap<>();
        all.forEach(located -> rules.putIfAbsent(
                located.finding().rule().id(), located.finding().rule()));
        List<String> ids = new ArrayList<>(rules.keySet());
        Fingerprints fingerprints = new Fingerprints();
        JsonStream json = new JsonStream(out);
        json.object(() -> json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .member("version", "2.1.0")
                .list(
                        "runs",
                        List.of(report),
                        run -> json.object(() -> {
                            json.object("tool", () -> json.object("driver", () -> driver(run, rules, json)));
                            json.member("columnKind", "utf16CodeUnits");
                            json.list("results", all, located -> result(located, ids, fingerprints, json));
                        })));
        json.end();
    }

    private static void driver(LintReport report, Map<String, RuleInfo> rules, JsonStream json) {
        json.member("name", "varve").member("semanticVersion", report.version());
        json.list(
                "rules",
                List.copyOf(rules.values()),
                rule -> json.object(() -> {
                    json.member("id", rule.id());
                    String summary = report.summaries().apply(rule);
                    if (!summary.isEmpty()) {
                        json.object("shortDescription", () -> json.member("text", summary));
                    }
                    json.object("help", () -> json.member("text", "varve lint --explain " + rule.id()));
                    json.object("defaultConfiguration", () -> json.member("level", level(rule.severity())));
                    json.object("properties", () -> {
                        List<String> tags =
                                new ArrayList<>(List.of(rule.category().label()));
                        tags.addAll(rule.aliases());
                        json.list("tags", tags, json::value);
                    });
                }));
    }

    private static void result(Located located, List<String> ids, Fingerprints fingerprints, JsonStream json) {
        Finding finding = located.finding();
        json.object(() -> {
            json.member("ruleId", finding.rule().id());
            json.member("ruleIndex", ids.indexOf(finding.rule().id()));
            json.member("level", level(finding.severity()));
            json.object("message", () -> json.member("text", finding.message()));
            json.list(
                    "locations",
                    List.of(located),
                    place -> json.object(() -> json.object(
                            "physicalLocation",
                            () -> json.object("artifactLocation", () -> json.member("uri", place.uri()))
                                    .object("region", () -> place.place().write(json, "startLine", "startColumn")))));
            json.object("partialFingerprints", () -> json.member("varveFinding/v1", fingerprints.of(located)));
            if (!finding.fixes().isEmpty()) {
                json.list("fixes", finding.fixes(), fix -> fix(located, fix, json));
            }
            if (!finding.evidence().isEmpty()) {
                json.object("properties", () -> json.member("evidence", finding.evidence()));
            }
        });
    }

    private static void fix(Located located, Fix fix, JsonStream json) {
        String uri = fix.other().map(other -> Uri.of(other.path())).orElse(located.uri());
        json.object(() -> {
            json.object("description", () -> json.member("text", fix.description()));
            json.list(
                    "artifactChanges",
                    List.of(fix),
                    change -> json.object(() -> {
                        json.object("artifactLocation", () -> json.member("uri", uri));
                        json.list(
                                "replacements",
                                fix.edits(),
                                edit -> json.object(() -> {
                                    json.object(
                                            "deletedRegion",
                                            () -> Place.of(located.file().source(), fix, edit)
                                                    .write(json, "startLine", "startColumn"));
                                    json.object("insertedContent", () -> json.member("text", edit.text()));
                                }));
                    }));
        });
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO, STYLE -> "note";
        };
    }
}
