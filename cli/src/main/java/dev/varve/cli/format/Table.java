package dev.varve.cli.format;

import dev.varve.lint.report.Characters;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows in columns, as wide as their longest cell and at least ten, three spaces between them. */
public final class Table {
    private static final int NARROWEST = 10;
    private static final int GAP = 3;

    private final List<List<String>> rows = new ArrayList<>();

    public void add(List<String> cells) {
        rows.add(cells.stream().map(Characters::visible).toList());
    }

    public void print(PrintWriter out) {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (i == widths.size()) {
                    widths.add(NARROWEST);
                }
                widths.set(i, Math.max(widths.get(i), width(row.get(i)) + GAP));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i));
                if (i < row.size() - 1) {
                    line.append(" ".repeat(widths.get(i) - width(row.get(i))));
                }
            }
            out.println(line);
        }
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
