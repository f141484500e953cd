package dev.varve.rules.packages;

import dev.varve.lint.shell.ShellWord;
import java.util.regex.Pattern;

/** Versions in the names of RPM packages: {@code httpd-2.4.58}. */
final class RpmVersion {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9.~^_:+]*");

    private RpmVersion() {}

    /** Whether a package is named with its version. */
    static boolean isIn(ShellWord name) {
        String text = name.text();
        if (text.endsWith(".rpm") || text.contains("/") || text.startsWith("@")) {
            return true;
        }
        String[] parts = text.split("-", -1);
        if (text.contains("$")) {
            return parts.length > 1 && parts[parts.length - 1].contains("$");
        }
        for (int i = 1; i < parts.length; i++) {
            if (isVersion(parts, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVersion(String[] parts, int from) {
        for (int i = from; i < parts.length; i++) {
            if (!PART.matcher(parts[i]).matches()) {
                return false;
            }
        }
        return !parts[from].isEmpty() && Character.isDigit(parts[from].charAt(0));
    }
}
