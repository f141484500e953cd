package dev.varve.yaml;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text, number, boolean or null. Which one is decided by who reads it: nothing is converted, so {@code 1.10} stays 1.10.
 *
 * @param text as written, without quotes and with escapes resolved
 * @param quoted whether it was written with quotes or as a block, and so can only be a text
 */
public record YamlScalar(YamlPosition at, String text, boolean quoted) implements YamlNode {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
    private static final int LONGEST_SHOWN = 40;

    @Override
    public boolean isNull() {
        return !quoted && NULLS.contains(text);
    }

    @Override
    public int integer() throws YamlException {
        if (quoted || !INTEGER.matcher(text).matches()) {
            throw unlike("a whole number");
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw unlike("a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
        }
    }

    @Override
    public boolean bool() throws YamlException {
        if (!quoted && TRUE.contains(text)) {
            return true;
        }
        if (!quoted && FALSE.contains(text)) {
            return false;
        }
        throw unlike("true or false");
    }

    @Override
    public String kind() {
        if (isNull()) {
            return "nothing";
        }
        String line = text.lines().findFirst().orElse("");
        String shown = line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) : line;
        String cut = shown.length() < text.length() ? "…" : "";
        return quoted ? "\"" + shown + cut + "\"" : "'" + shown + cut + "'";
    }
}
