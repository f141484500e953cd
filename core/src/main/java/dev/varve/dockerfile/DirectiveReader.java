package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the comment lines at the top of a file that are parser directives.
 *
 * <p>BuildKit reads them twice, by different rules ({@code frontend/dockerfile/parser/directives.go}). The parser, which heeds
 * {@code escape}, ignores indentation and stops at a shebang line; what looks for {@code syntax} and {@code check} wants the
 * comment sign in the first column and passes over a shebang line. Both stop at the first line that is no directive.
 */
final class DirectiveReader {
    private final Problems problems;
    private final List<Directive> directives = new ArrayList<>();
    private final Set<String> seenByParser = new HashSet<>();
    private final Set<String> seenByDetection = new HashSet<>();
    private boolean parserDone;
    private boolean detectionDone;
    private char escape = '\\';

    DirectiveReader(Problems problems) {
        this.problems = problems;
    }

    List<Directive> directives() {
        return directives;
    }

    char escape() {
        return escape;
    }

    /** A line that is not a comment: there are no directives behind it. */
    void stop() {
        parserDone = true;
        detectionDone = true;
    }

    /** Looks at the current line, a comment, and says whether it is a directive that has an effect. */
    boolean accept(Lines lines, String text) {
        if (parserDone && detectionDone) {
            return false;
        }
        SourceRange range = new SourceRange(lines.indented(), lines.contentEnd());
        String comment = text.substring(range.start() + 1, range.end());
        boolean indented = range.start() > lines.start();
        boolean shebang = lines.number() == 1 && !indented && comment.startsWith("!");
        DirectiveLine found = DirectiveLine.of(comment);
        boolean effective = false;
        int errors = problems.errors();
        if (!parserDone) {
            parserDone = found == null;
            effective = found != null && toParser(found, range);
        }
        if (!detectionDone && !shebang) {
            detectionDone = found == null || indented || !seenByDetection.add(found.name());
            effective = found != null && (found.name().equals("escape") ? effective : !detectionDone);
        }
        if (found != null && effective) {
            directives.add(new Directive(found.name(), found.value(), range, lines.number()));
        } else if (found != null && problems.errors() == errors) {
            problems.warning(
                    range, "this " + found.name() + " directive has no effect: it is indented or comes too late");
        }
        return effective;
    }

    private boolean toParser(DirectiveLine found, SourceRange range) {
        if (!seenByParser.add(found.name())) {
            problems.error(range, "the " + found.name() + " directive is given a second time; only one is allowed");
            return false;
        }
        if (!found.name().equals("escape")) {
            return false;
        }
        if (!found.value().equals("\\") && !found.value().equals("`")) {
            problems.error(range, "the escape character can be \\ or `, not " + Quoted.excerpt(found.value()));
            return false;
        }
        escape = found.value().charAt(0);
        return true;
    }
}
