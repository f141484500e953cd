package dev.varve.lint.report.html;

import dev.varve.layer.waste.ImageLayers;
import dev.varve.lint.history.ReplayReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * The past of a Dockerfile in the layer cache as one page of HTML, which needs nothing else: no network, no fonts, no libraries.
 * All that comes from the repository is text in it, and its content security policy lets no other script run than its own.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /**
     * The page, to be written as UTF-8.
     *
     * @param image what was built of it, where one is to be shown
     */
    public static String page(ReplayReport report, Optional<ImageLayers> image) {
        String script = resource("report.js");
        Html html = new Html();
        html.put("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="referrer" content="no-referrer">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{}'">
                <title>Layer cache: {}</title>
                """, sha256(script), report.dockerfile());
        html.raw("<style>\n").raw(resource("report.css")).raw("</style>\n</head>\n<body>\n");
        HeadlineSection.write(report, html);
        html.raw("<main>\n");
        SourceSection.write(report, html);
        HeatMapSection.write(report, html);
        BlameSection.write(report, html);
        SuggestionSection.write(report, html);
        image.ifPresent(built -> ImageSection.write(built, html));
        NoteSection.write(report, image.isPresent(), html);
        html.raw("</main>\n");
        html.raw("<script type=\"application/json\" id=\"data\">")
                .raw(PageData.of(report))
                .raw("</script>\n");
        html.raw("<script>").raw(script).raw("</script>\n</body>\n</html>\n");
        return html.toString();
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
