package dev.varve.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who runs this JVM. */
record CurrentUser(int uid, long capabilities, String name) {
    // linux/capability.h
    private static final int CHOWN = 0;
    private static final int SETUID = 7;
    private static final int SYS_ADMIN = 21;

    static CurrentUser get() {
        int uid = -1;
        long capabilities = 0;
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                String[] fields = line.split("\\s+");
                if (fields[0].equals("Uid:")) {
                    uid = Integer.parseInt(fields[2]);
                } else if (fields[0].equals("CapEff:")) {
                    capabilities = Long.parseUnsignedLong(fields[1], 16);
                }
            }
        } catch (IOException e) {
            // no Linux
        }
        return new CurrentUser(uid, capabilities, System.getProperty("user.name", ""));
    }

    /** Whether it can mount and has the users of the host, as root mostly has. */
    boolean mayMount() {
        long needed = bit(CHOWN) | bit(SETUID) | bit(SYS_ADMIN);
        return uid == 0 && (capabilities & needed) == needed;
    }

    private static long bit(int number) {
        return 1L << number;
    }
}
