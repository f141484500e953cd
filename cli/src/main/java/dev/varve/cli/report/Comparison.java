package dev.varve.cli.report;

import dev.varve.cli.console.JsonPrinter;
import dev.varve.json.JsonObject;
import dev.varve.lint.history.replay.Totals;
import java.io.PrintWriter;
import java.util.List;

/**
 * Two Dockerfiles over one history.
 *
 * @param reasons why it is not good enough; none where it is
 */
record Comparison(String baseName, String headName, Totals base, Totals head, List<String> reasons) {

    void write(String format, PrintWriter out) {
        if (format.equals("json")) {
            out.println(JsonPrinter.compact(JsonObject.EMPTY
                    .with("base", ReportJson.totals(base).with("revision", baseName))
                    .with("head", ReportJson.totals(head).with("revision", headName))
                    .with("failed", reasons)));
            return;
        }
        boolean table = format.equals("markdown");
        if (table) {
            out.println("| | hit rate | steps run again | in vain | took |");
            out.println("|---|---:|---:|---:|---:|");
        }
        out.println(line(baseName, base, table));
        out.println(line(headName, head, table));
        reasons.forEach(reason -> out.println((table ? "\n❌ " : "failed: ") + reason));
    }

    private static String line(String name, Totals totals, boolean table) {
        String rate = Numbers.decimal(totals.hitRate() * 100, 1) + " %";
        String seconds = Numbers.duration(totals.seconds());
        return table
                ? "| `" + name + "` | " + rate + " | " + totals.rerunSteps() + " | " + totals.avoidable() + " | "
                        + seconds + " |"
                : name + ": hit rate " + rate + ", " + totals.rerunSteps() + " steps ran again, " + totals.avoidable()
                        + " in vain, for " + seconds;
    }
}
