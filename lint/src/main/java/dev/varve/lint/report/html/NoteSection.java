package dev.varve.lint.report.html;

import dev.varve.lint.history.ReplayReport;
import dev.varve.plan.CacheModel;

/** What the figures rest on. */
final class NoteSection {
    private NoteSection() {}

    static void write(ReplayReport report, boolean hasImage, Html html) {
        html.raw("""
                <section id="notes" aria-labelledby="notes-title">
                <h2 id="notes-title">What the figures rest on</h2>
                <ul class="notes">
                """);
        html.put(
                "<li>The cache is {} and holds {}. The first commit builds from nothing and is not counted.</li>\n",
                report.model() == CacheModel.BUILDKIT ? "BuildKit’s" : "that of the classic builder",
                report.policy());
        html.raw("<li>A re-run is avoidable where nothing that the step itself reads had changed.</li>\n");
        if (Work.of(report).guessed()) {
            html.raw("<li>Times marked ~ are guesses by kind of command; all sums with them are too.</li>\n");
        }
        html.raw(
                hasImage
                        ? "<li>Bytes are those of files: wasted is what the image’s file system does not show, or shows twice.</li>\n"
                        : "<li>No image was looked at; <code>varve report --image NAME</code> shows its layers.</li>\n");
        report.notes().forEach(note -> html.put("<li>{}</li>\n", note));
        html.raw("</ul>\n</section>\n");
    }
}
