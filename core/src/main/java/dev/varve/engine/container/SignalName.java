package dev.varve.engine.container;

import java.util.Locale;
import java.util.Set;

/** Signals as people and images name them. */
final class SignalName {
    private static final Set<String> NAMES = Set.of(
            ("ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS"
                            + " TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX")
                    .split(" "));
    private static final int HIGHEST = 64;

    private SignalName() {}

    /**
     * The name without {@code SIG}, or the number.
     *
     * @throws IllegalArgumentException where it is no signal
     */
    static String of(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        String name = upper.startsWith("SIG") ? upper.substring(3) : upper;
        boolean number = name.matches("[1-9][0-9]?") && Integer.parseInt(name) <= HIGHEST;
        if (!number && !NAMES.contains(name) && !name.matches("RTMIN\\+([1-9]|1[0-5])|RTMAX-([1-9]|1[0-4])")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no signal; expected a name such as SIGTERM, or a number");
        }
        return name;
    }
}
