package dev.varve.cli.structure;

import dev.varve.structure.StructureFile;
import dev.varve.structure.StructureResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For people, in the form in which container-structure-test does it. */
final class TextReport implements Report {
    private static final int USUAL_WIDTH = 27;
    private static final int GREEN = 32;
    private static final int RED = 31;
    private static final int YELLOW = 33;
    private static final int BLUE = 34;
    private static final int PURPLE = 35;

    private final PrintWriter out;
    private final boolean coloured;
    private int width = USUAL_WIDTH;
    private @Nullable Path file;

    TextReport(PrintWriter out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    @Override
    public void tell(StructureFile from, StructureResult result) {
        if (!from.file().equals(file)) {
            file = from.file();
            banner(String.valueOf(from.file().getFileName()));
        }
        out.println("=== RUN: " + result.test().title());
        line(result.passed() ? GREEN : RED, result.passed() ? "--- PASS" : "--- FAIL");
        out.println("duration: " + Elapsed.of(result.duration()));
        if (!result.stdout().isEmpty()) {
            line(BLUE, "stdout: " + result.stdout());
        }
        if (!result.stderr().isEmpty()) {
            line(BLUE, "stderr: " + result.stderr());
        }
        for (String failure : result.failures()) {
            line(YELLOW, "Error: " + failure);
        }
        out.flush();
    }

    private void banner(String name) {
        String title = "====== Test file: " + name + " ======";
        width = title.length();
        out.println();
        line(PURPLE, "=".repeat(width));
        line(PURPLE, title);
        line(PURPLE, "=".repeat(width));
    }

    @Override
    public void end(Summary summary, List<StructureResult> results) {
        if (summary.total() == 0) {
            line(RED, "No tests run! Check the files.");
            return;
        }
        int odd = width % 2 == 0 ? width + 1 : width;
        String side = "=".repeat((odd - " RESULTS ".length()) / 2);
        out.println();
        out.println("=".repeat(odd));
        out.println(side + " RESULTS " + side);
        out.println("=".repeat(odd));
        line(GREEN, "Passes:      " + summary.passes());
        line(RED, "Failures:    " + summary.failures());
        out.println("Duration:    " + Elapsed.of(summary.duration()));
        out.println("Total tests: " + summary.total());
        out.println();
        line(summary.passed() ? GREEN : RED, summary.passed() ? "PASS" : "FAIL");
    }

    private void line(int colour, String text) {
        out.println(coloured ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text);
    }
}
