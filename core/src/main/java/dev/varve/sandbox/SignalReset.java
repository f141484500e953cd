package dev.varve.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives what is started the signals back that whoever started this JVM ignores: a shell its background jobs' SIGINT, {@code
 * nohup} SIGHUP. A process inherits that, and a container would never hear Ctrl-C or its stop signal.
 */
final class SignalReset {
    private static final long STANDARD_SIGNALS = 0x7fff_ffffL;
    private static final String OPTION = "--default-signal";

    /** As this JVM was started, so it stays. */
    private static final boolean NEEDED = isAnyIgnored() && knowsOption(Path.of(HostCommand.find("env")));

    private SignalReset() {}

    /** The command, behind {@code env} of GNU where anything is ignored; as it is where no such {@code env} is there. */
    static List<String> before(List<String> command) {
        if (!NEEDED) {
            return command;
        }
        List<String> words = new ArrayList<>(List.of("env", OPTION, "--"));
        words.addAll(command);
        return words;
    }

    private static boolean isAnyIgnored() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("SigIgn:")) {
                    return (Long.parseUnsignedLong(line.substring(7).strip(), 16) & STANDARD_SIGNALS) != 0;
                }
            }
        } catch (IOException e) {
            // not Linux, where nothing is run
            return false;
        }
        return false;
    }

    /** Looks into the program, which is quicker than to run it. */
    private static boolean knowsOption(Path env) {
        try {
            return new String(Files.readAllBytes(env), StandardCharsets.ISO_8859_1).contains("default-signal");
        } catch (IOException e) {
            return false;
        }
    }
}
