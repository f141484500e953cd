package dev.varve.cli.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** A number of bytes as docker prints it (docker's {@code go-units}): in powers of 1000. */
public final class HumanSize {
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private HumanSize() {}

    /** With three digits, as of images: {@code 3.27MB}. */
    public static String of(long bytes) {
        return rounded(bytes, 3);
    }

    /** With four digits, as of sums: {@code 6.126MB}. */
    public static String precise(long bytes) {
        return rounded(bytes, 4);
    }

    private static String rounded(long bytes, int digits) {
        MathContext context = new MathContext(digits, RoundingMode.HALF_EVEN);
        BigDecimal size = BigDecimal.valueOf(bytes);
        int unit = 0;
        while (size.round(context).compareTo(THOUSAND) >= 0 && unit < UNITS.size() - 1) {
            size = size.divide(THOUSAND);
            unit++;
        }
        return size.round(context).stripTrailingZeros().toPlainString() + UNITS.get(unit);
    }
}
