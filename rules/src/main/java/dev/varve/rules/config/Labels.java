package dev.varve.rules.config;

import dev.varve.dockerfile.Assignment;
import dev.varve.dockerfile.Label;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Subject;
import java.util.stream.Stream;

/** The labels that instructions set, without quotes. */
final class Labels {
    private Labels() {}

    static String key(Assignment label) {
        return unquote(label.key());
    }

    static String value(Assignment label) {
        return unquote(label.value());
    }

    /** Whether nothing in the value comes from a variable. */
    static boolean isKnown(Assignment label) {
        return label.value().text().indexOf('$') < 0;
    }

    private static String unquote(Word word) {
        String text = word.text();
        boolean quoted = text.length() > 1 && text.matches("(?s)([\"']).*\\1");
        return quoted ? text.substring(1, text.length() - 1) : text.replace("\\ ", " ");
    }

    /** Every label of a file. */
    static Stream<Assignment> of(Subject subject) {
        return subject.all(Label.class).flatMap(label -> label.assignments().stream());
    }
}
