package dev.varve.plan;

import dev.varve.image.HealthCheckConfig;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Values as Go's {@code fmt} package prints them, which is how an image's history shows them. */
final class GoText {
    private static final long MICROSECOND = 1_000;
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long MINUTE = 60 * SECOND;

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
            out.append("\\x").append(HexFormat.of().toHexDigits(c, 2));
        } else if (c < 0x10000) {
            out.append("\\u").append(HexFormat.of().toHexDigits(c, 4));
        } else {
            out.append("\\U").append(HexFormat.of().toHexDigits(c, 8));
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
        // the least number has no opposite but one without a sign
        return nanos < 0 ? "-" + unsigned(-nanos) : unsigned(nanos);
    }

    private static String unsigned(long nanos) {
        if (Long.compareUnsigned(nanos, MICROSECOND) < 0) {
            return nanos + "ns";
        }
        if (Long.compareUnsigned(nanos, MILLISECOND) < 0) {
            return decimal(nanos, MICROSECOND) + "\u00b5s";
        }
        if (Long.compareUnsigned(nanos, SECOND) < 0) {
            return decimal(nanos, MILLISECOND) + "ms";
        }
        long minutes = Long.divideUnsigned(nanos, MINUTE);
        String rest = decimal(Long.remainderUnsigned(nanos, MINUTE), SECOND) + "s";
        if (minutes == 0) {
            return rest;
        }
        return (minutes < 60 ? "" : minutes / 60 + "h") + minutes % 60 + "m" + rest;
    }

    /** How many of a unit, a power of ten, there are in a number, with as many decimals as that has. */
    private static String decimal(long number, long unit) {
        String decimals = Long.toString(unit + number % unit).substring(1);
        int end = decimals.length();
        while (end > 0 && decimals.charAt(end - 1) == '0') {
            end--;
        }
        return number / unit + (end == 0 ? "" : "." + decimals.substring(0, end));
    }
}
