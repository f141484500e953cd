package dev.varve.dockerfile;

import java.util.Locale;

/**
 * Sizes such as {@code 64m} or {@code 1.5 GiB}, in binary units, as {@code docker/go-units} reads them. One that does not fit
 * 63 bits is refused; there it becomes whatever the processor makes of it.
 */
final class ByteSize {
    private static final long INVALID = -1;

    private ByteSize() {}

    /** The size in bytes, or -1 if it is none. */
    static long parse(String text) {
        int last = text.length() - 1;
        while (last >= 0 && "0123456789. ".indexOf(text.charAt(last)) < 0) {
            last--;
        }
        if (last < 0) {
            return INVALID;
        }
        String number = text.substring(0, text.charAt(last) == ' ' ? last : last + 1);
        double size = number(number) * factor(text.substring(last + 1).toLowerCase(Locale.ROOT));
        return size >= 0 && size < Long.MAX_VALUE ? (long) size : INVALID;
    }

    /** A decimal number; underscores may stand between its digits, as in Go. */
    private static double number(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '_') {
                plain.append(c);
            } else if (!isDigit(text, i - 1) || !isDigit(text, i + 1)) {
                return INVALID;
            }
        }
        boolean decimal = plain.chars().allMatch(c -> "0123456789.eE+-".indexOf(c) >= 0);
        try {
            return decimal ? Double.parseDouble(plain.toString()) : INVALID;
        } catch (NumberFormatException e) {
            return INVALID;
        }
    }

    private static boolean isDigit(String text, int index) {
        return index >= 0 && index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private static double factor(String suffix) {
        if (suffix.isEmpty() || suffix.equals("b")) {
            return 1;
        }
        int power = "kmgtp".indexOf(suffix.charAt(0)) + 1;
        String rest = suffix.substring(1);
        boolean known = power > 0 && (rest.isEmpty() || rest.equals("b") || rest.equals("ib"));
        return known ? Math.pow(1024, power) : Double.NaN;
    }
}
