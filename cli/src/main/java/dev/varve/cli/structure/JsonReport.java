package dev.varve.cli.structure;

import dev.varve.cli.console.JsonPrinter;
import dev.varve.json.JsonObject;
import dev.varve.structure.StructureResult;
import java.io.PrintWriter;
import java.util.List;

/** One JSON document on one line, with the names that container-structure-test has; durations are nanoseconds. */
final class JsonReport implements Report {
    private final PrintWriter out;

    JsonReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void end(Summary summary, List<StructureResult> results) {
        JsonObject document = JsonObject.EMPTY
                .with("Pass", summary.passes())
                .with("Fail", summary.failures())
                .with("Total", summary.total())
                .with("Duration", summary.duration().toNanos())
                .withUnlessEmpty(
                        "Results", results.stream().map(JsonReport::json).toList());
        out.println(JsonPrinter.compact(document));
    }

    private static JsonObject json(StructureResult result) {
        return JsonObject.EMPTY
                .with("Name", result.test().title())
                .with("Pass", result.passed())
                .withUnlessEmpty("Stdout", result.stdout())
                .withUnlessEmpty("Stderr", result.stderr())
                .withUnlessEmpty("Errors", result.failures())
                .with("Duration", result.duration().toNanos());
    }
}
