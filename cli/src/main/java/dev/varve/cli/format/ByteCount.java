package dev.varve.cli.format;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as docker reads it: {@code 512m}, {@code 2GB}, {@code 100}; units are powers of 1024. */
public final class ByteCount {
    private static final Pattern COUNT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?([kmgtp]?)(?:i?b)?");
    private static final String UNITS = "kmgtp";

    private ByteCount() {}

    /** @throws IllegalArgumentException where it is none */
    public static long parse(String text) {
        Matcher matcher = COUNT.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a number of bytes, such as 512m or 2g");
        }
        int power = matcher.group(2).isEmpty() ? 0 : UNITS.indexOf(matcher.group(2)) + 1;
        BigDecimal bytes = new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(1024).pow(power));
        if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("expected a number of bytes that there can be");
        }
        return bytes.longValue();
    }
}
