package dev.varve.lint.history.git;

/** Mixes numbers into one, well enough that sums of the results stand for sets (the finaliser of SplitMix64). */
public final class Mix {
    private Mix() {}

    public static long of(long one, long other) {
        long z = one * 0x9E3779B97F4A7C15L + other + 0x632BE59BD9B4E019L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    public static long of(long one, String other) {
        long mixed = one;
        for (int i = 0; i < other.length(); i++) {
            mixed = mixed * 0x100000001B3L ^ other.charAt(i);
        }
        return of(one, mixed);
    }
}
