package dev.varve.structure;

import java.util.ArrayList;
import java.util.List;

/** What a text has to match. */
final class TextCheck {
    private final String where;
    private final String text;
    private final List<String> failures = new ArrayList<>();

    /** @param where what the text is, for messages */
    TextCheck(String where, String text) {
        this.where = where;
        this.text = text;
    }

    void expect(List<String> expressions) {
        for (String expression : expressions) {
            if (!GoRegex.compile(expression).find(text)) {
                failures.add("expected '" + expression + "' in " + where + ", found '" + GoText.shown(text) + "'");
            }
        }
    }

    void exclude(List<String> expressions) {
        for (String expression : expressions) {
            if (GoRegex.compile(expression).find(text)) {
                failures.add("expected no '" + expression + "' in " + where + ", found '" + GoText.shown(text) + "'");
            }
        }
    }

    List<String> failures() {
        return failures;
    }
}
