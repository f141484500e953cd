package dev.varve.cli.container;

import dev.varve.cli.format.ByteCount;
import dev.varve.sandbox.Mount;
import java.util.Set;

/** A value of {@code --tmpfs}: {@code PATH[:size=64m,mode=1777]}. */
final class TmpfsText {
    private static final int MODE = 01777;
    private static final int MOST_BITS = 07777;

    /** What holds anyhow. */
    private static final Set<String> GIVEN = Set.of("rw", "noexec", "nosuid", "nodev");

    private TmpfsText() {}

    /** @throws IllegalArgumentException where it is none, or none that can be had here */
    static Mount.Tmpfs parse(String text) {
        int colon = text.indexOf(':');
        long size = 0;
        int mode = MODE;
        for (String option :
                colon < 0 ? new String[0] : text.substring(colon + 1).split(",")) {
            if (option.startsWith("size=")) {
                size = ByteCount.parse(option.substring("size=".length()));
            } else if (option.startsWith("mode=")) {
                mode = mode(option.substring("mode=".length()));
            } else if (!GIVEN.contains(option)) {
                throw new IllegalArgumentException("the option '" + option + "' is not supported");
            }
        }
        return new Mount.Tmpfs(colon < 0 ? text : text.substring(0, colon), size, mode);
    }

    static int mode(String octal) {
        if (!octal.matches("[0-7]{1,5}") || Integer.parseInt(octal, 8) > MOST_BITS) {
            throw new IllegalArgumentException("'" + octal + "' is no mode");
        }
        return Integer.parseInt(octal, 8);
    }
}
