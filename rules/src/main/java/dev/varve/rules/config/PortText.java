package dev.varve.rules.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A port of EXPOSE in its parts, as Docker splits {@code [ip:][host:]container[/protocol]}.
 *
 * @param published what stands in front of the container's port, the last colon included
 * @param port the container's port or range
 * @param protocol without the slash; empty where not said
 */
record PortText(String published, String port, String protocol) {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^}]*\\}");

    static PortText of(String text) {
        String masked = mask(text);
        int colon = masked.lastIndexOf(':') + 1;
        int slash = masked.indexOf('/', colon);
        return slash < 0
                ? new PortText(text.substring(0, colon), text.substring(colon), "")
                : new PortText(text.substring(0, colon), text.substring(colon, slash), text.substring(slash + 1));
    }

    /** The colons inside of variables are not those of the port. */
    private static String mask(String text) {
        Matcher matcher = EXPRESSION.matcher(text);
        return matcher.replaceAll(result -> "x".repeat(result.group().length()));
    }
}
