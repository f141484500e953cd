package dev.varve.plan;

import dev.varve.image.HealthCheckConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Values as Go's {@code fmt} package prints them, which is how an image's history shows them. */
final class GoText {
    private GoText() {}

    /** {@code %v}. */
    static String list(List<String> texts) {
        return "[" + String.join(" ", texts) + "]";
    }

    /** {@code %q}. */
    static String quoted(List<String> texts) {
        return texts.stream().map(GoText::quoted).collect(Collectors.joining(" ", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> append(quoted, c, '"'));
        return quoted.append('"').toString();
    }

    /** {@code %q} of a pointer to Docker's {@code HealthcheckConfig}, whose number of retries turns into a character. */
    static String healthcheck(HealthCheckConfig check) {
        StringBuilder retries = new StringBuilder("'");
        append(retries, check.retries() > Character.MAX_CODE_POINT ? 0xFFFD : check.retries(), '\'');
        return "&{" + quoted(check.test()) + " " + quoted(duration(check.interval())) + " "
                + quoted(duration(check.timeout())) + " " + quoted(duration(check.startPeriod())) + " "
                + quoted(duration(check.startInterval())) + " " + retries.append("'}");
    }

    /** As Go's {@code strconv.Quote} escapes a character. */
    private static void append(StringBuilder out, int c, char quote) {
        int escape = "\u0007\b\f\n\r\t\u000b\\".indexOf(c);
        if (escape >= 0) {
            out.append('\\').append("abfnrtv\\".charAt(escape));
        } else if (c == quote) {
            out.append('\\').append(quote);
        } else if (isPrintable(c)) {
            out.appendCodePoint(c);
        } else if (c < ' ' || c == 0x7f) {
            out.append(String.format("\\x%02x", c));
        } else {
            out.append(String.format(c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
        }
    }

    private static boolean isPrintable(int c) {
        return c == ' '
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }

    /** As {@code time.Duration} prints itself: {@code 1h0m30s}, {@code 1.5s}, {@code 100ms}. */
    static String duration(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos == 0) {
            return "0s";
        }
        String sign = nanos < 0 ? "-" : "";
        BigDecimal amount = BigDecimal.valueOf(nanos).abs();
        if (amount.compareTo(BigDecimal.valueOf(1_000_000_000)) < 0) {
            return sign + small(amount);
        }
        BigDecimal seconds = amount.movePointLeft(9);
        long minutes = seconds.longValue() / 60;
        String rest = plain(seconds.subtract(BigDecimal.valueOf(minutes * 60))) + "s";
        if (minutes == 0) {
            return sign + rest;
        }
        return sign + (minutes < 60 ? "" : minutes / 60 + "h") + minutes % 60 + "m" + rest;
    }

    private static String small(BigDecimal nanos) {
        if (nanos.compareTo(BigDecimal.valueOf(1_000)) < 0) {
            return plain(nanos) + "ns";
        }
        return nanos.compareTo(BigDecimal.valueOf(1_000_000)) < 0
                ? plain(nanos.movePointLeft(3)) + "\u00b5s"
                : plain(nanos.movePointLeft(6)) + "ms";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
