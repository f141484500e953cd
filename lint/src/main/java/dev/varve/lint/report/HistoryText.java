package dev.varve.lint.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a repository's past shows of a finding, in a sentence. */
final class HistoryText {
    private static final int PATHS = 3;

    private HistoryText() {}

    static String of(Map<?, ?> history) {
        boolean guessed = "estimated".equals(history.get("source"));
        StringBuilder text = new StringBuilder("over " + history.get("commits") + " commits these steps ran again "
                + history.get("reruns") + "×, " + history.get("avoidable") + "× in vain, and took "
                + duration(history.get("seconds"), guessed));
        if (history.get("paths") instanceof List<?> paths && !paths.isEmpty()) {
            text.append(", because of ")
                    .append(paths.stream().limit(PATHS).map(HistoryText::blame).collect(Collectors.joining(", ")));
        }
        if (history.get("fix") instanceof Map<?, ?> fix && fix.get("seconds") instanceof Double saved) {
            text.append(
                    saved > 0
                            ? "; the fix would have saved " + duration(saved, guessed)
                            : "; the fix would have saved nothing");
        }
        return text.toString();
    }

    private static String blame(Object path) {
        return path instanceof Map<?, ?> blame ? blame.get("path") + " " + blame.get("commits") + "×" : "";
    }

    private static String duration(@Nullable Object seconds, boolean guessed) {
        double value = seconds instanceof Double number ? number : 0;
        String text = value < 60
                ? String.format(Locale.ROOT, "%.1f s", value)
                : value < 3600
                        ? String.format(Locale.ROOT, "%.1f min", value / 60)
                        : String.format(Locale.ROOT, "%.1f h", value / 3600);
        return (guessed ? "about " : "") + text;
    }
}
