package dev.varve.rules.config;

import dev.varve.dockerfile.Expose;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A port that there is not. */
public final class InvalidPort implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("invalid-port", Category.CONFIG, Severity.ERROR, "DL3011");
    private static final Pattern PORT = Pattern.compile("(\\d+)(?:-(\\d+))?(?:/\\w+)?");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        subject.all(Expose.class).flatMap(expose -> expose.ports().stream()).forEach(word -> {
            Matcher port = PORT.matcher(word.text());
            if (port.matches() && (isTooHigh(port.group(1)) || (port.group(2) != null && isTooHigh(port.group(2))))) {
                findings.add(word.range(), "Ports go from 0 to 65535");
            }
        });
    }

    private static boolean isTooHigh(String number) {
        return number.length() > 5 ? !number.matches("0*\\d{1,5}") : Integer.parseInt(number) > 65_535;
    }
}
