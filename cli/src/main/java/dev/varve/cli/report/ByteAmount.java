package dev.varve.cli.report;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as sizes are shown and as dive reads it: {@code 20MB} is 20,000,000, {@code 20MiB} 20,971,520. */
final class ByteAmount {
    private static final Pattern AMOUNT = Pattern.compile("([0-9][0-9,]*(?:\\.[0-9]*)?) *(?:([kmgtpe]?)(i?)b?)");
    private static final String UNITS = "kmgtpe";

    private ByteAmount() {}

    /** @throws IllegalArgumentException where it is none */
    static long parse(String text) {
        Matcher matcher = AMOUNT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()
                || (matcher.group(2).isEmpty() && !matcher.group(3).isEmpty())) {
            throw new IllegalArgumentException(
                    "expected a number of bytes, such as 20MB or 512KiB, not '" + text + "'");
        }
        int power = matcher.group(2).isEmpty() ? 0 : UNITS.indexOf(matcher.group(2)) + 1;
        int unit = matcher.group(3).isEmpty() ? 1000 : 1024;
        BigDecimal bytes = new BigDecimal(matcher.group(1).replace(",", ""))
                .multiply(BigDecimal.valueOf(unit).pow(power));
        if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("expected a number of bytes that there can be, not '" + text + "'");
        }
        return bytes.longValue();
    }
}
