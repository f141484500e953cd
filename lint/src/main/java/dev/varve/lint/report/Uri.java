package dev.varve.lint.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Paths as URI references, RFC 3986. */
final class Uri {
    private static final String UNRESERVED = "-._~/";

    private Uri() {}

    static String of(String path) {
        String slashed = path.replace('\\', '/');
        StringBuilder out = new StringBuilder(slashed.startsWith("/") ? "file://" : "");
        String relative = slashed.startsWith("./") ? slashed.substring(2) : slashed;
        for (byte b : Characters.printable(relative).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xFF));
            }
        }
        return out.toString();
    }
}
