package dev.varve.rules.config;

import dev.varve.lint.Category;
import dev.varve.lint.LabelKind;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import java.net.URI;
import java.net.URISyntaxException;

/** A label that is to be an address. */
public final class LabelUrl extends LabelOfKind {

    /** The rule. */
    public LabelUrl() {
        super(
                RuleInfo.of("label-url", Category.CONFIG, Severity.WARNING, "DL3052"),
                LabelKind.URL,
                "an address, RFC 3986");
    }

    @Override
    boolean isValid(String value) {
        try {
            URI uri = new URI(value);
            return uri.isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
