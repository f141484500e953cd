package dev.varve.plan;

import java.util.Locale;
import java.util.Set;

/** The signals of Linux, by name or number, as {@code github.com/moby/sys/signal} knows them. */
final class StopSignals {
    private static final Set<String> NAMES =
            Set.of(("ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR"
                            + " QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX")
                    .split(" "));

    private StopSignals() {}

    static boolean isSignal(String text) {
        if (text.matches("[+-]?\\d{1,9}")) {
            return Integer.parseInt(text) != 0;
        }
        String name = text.toUpperCase(Locale.ROOT);
        name = name.startsWith("SIG") ? name.substring(3) : name;
        return NAMES.contains(name) || name.matches("RTMIN\\+([1-9]|1[0-5])|RTMAX-([1-9]|1[0-4])");
    }
}
