package dev.varve.cli.report;

import dev.varve.cli.console.Failure;
import dev.varve.cli.console.JsonPrinter;
import dev.varve.cli.format.Table;
import dev.varve.json.JsonObject;
import dev.varve.lint.history.HistoryReplay;
import dev.varve.lint.history.ReplayReport;
import dev.varve.lint.history.git.CommitRange;
import dev.varve.lint.history.git.GitRepository;
import dev.varve.lint.history.git.HistoryException;
import dev.varve.lint.history.replay.ReplayOptions;
import dev.varve.lint.history.replay.ReplayedStep;
import dev.varve.plan.PlanException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Several repositories, the worst first. */
final class Fleet {
    private static final int MOST = 10_000;

    private final List<Row> rows = new ArrayList<>();

    /**
     * One repository.
     *
     * @param report what its past comes to; empty where it cannot be read
     * @param failure why it cannot
     */
    private record Row(String name, Optional<ReplayReport> report, String failure) {
        double inVain() {
            return report.map(Row::seconds).orElse(-1.0);
        }

        private static double seconds(ReplayReport report) {
            return report.steps().stream()
                    .mapToDouble(ReplayedStep::avoidableSeconds)
                    .sum();
        }
    }

    /** @param list a file with a line a repository: its path, and perhaps its Dockerfile's */
    static Fleet of(Path list, CommitRange range, ReplayOptions options) {
        List<String> lines;
        try {
            lines = Files.readAllLines(list).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .limit(MOST)
                    .toList();
        } catch (IOException e) {
            throw new Failure("--repos " + list + ": it cannot be read: " + e.getMessage());
        }
        Fleet fleet = new Fleet();
        for (String line : lines) {
            String[] words = line.split("\\s+", 2);
            fleet.rows.add(row(words[0], words.length > 1 ? words[1] : "Dockerfile", range, options));
        }
        fleet.rows.sort(Comparator.comparingDouble(Row::inVain).reversed());
        return fleet;
    }

    /** A repository that cannot be read does not keep the others from being looked at. */
    private static Row row(String path, String dockerfile, CommitRange range, ReplayOptions options) {
        try (GitRepository repository = GitRepository.open(Path.of(path))) {
            String file = repository.pathOf(repository.isBare() ? Path.of(dockerfile) : Path.of(path, dockerfile));
            HistoryReplay replay = HistoryReplay.of(repository, file, range, options);
            return new Row(path, Optional.of(replay.report(replay.variants())), "");
        } catch (HistoryException | PlanException | InvalidPathException e) {
            return new Row(path, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** Whether one of them could not be read. */
    boolean failed() {
        return rows.stream().anyMatch(row -> row.report.isEmpty());
    }

    void write(String format, PrintWriter out) {
        switch (format) {
            case "json" ->
                out.println(JsonPrinter.compact(
                        rows.stream().<Object>map(Fleet::document).toList()));
            case "markdown" -> {
                out.println("| repository | commits | hit rate | took | in vain | could be saved |");
                out.println("|---|---:|---:|---:|---:|---:|");
                rows.forEach(row -> out.println("| " + String.join(" | ", cells(row)) + " |"));
            }
            default -> {
                Table table = new Table();
                table.add(List.of("REPOSITORY", "COMMITS", "HIT RATE", "TOOK", "IN VAIN", "COULD BE SAVED"));
                rows.forEach(row -> table.add(cells(row)));
                table.print(out);
            }
        }
    }

    private static List<String> cells(Row row) {
        if (row.report.isEmpty()) {
            return List.of(row.name, row.failure.replace('\n', ' '));
        }
        ReplayReport report = row.report.get();
        double seconds = report.totals().seconds();
        double best = report.suggestions().isEmpty()
                ? seconds
                : report.suggestions().get(0).totals().seconds();
        return List.of(
                row.name,
                String.valueOf(report.commits().size()),
                Numbers.percent(report.totals().hitRate()),
                Numbers.duration(seconds),
                Numbers.duration(row.inVain()),
                seconds == 0 ? "" : Numbers.percent((seconds - best) / seconds));
    }

    private static JsonObject document(Row row) {
        JsonObject document = JsonObject.EMPTY.with("repository", row.name);
        return row.report
                .map(report -> document.with("report", ReportJson.document(report, Optional.empty())))
                .orElseGet(() -> document.with("failure", row.failure));
    }
}
