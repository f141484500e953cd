package dev.varve.lint.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Names of findings that stay the same when lines above them come and go. */
final class Fingerprints {
    private final Map<String, Integer> seen = new HashMap<>();

    String of(Located located) {
        String line = located.file().source().line(located.place().line()).strip();
        String what = located.path() + "\0" + located.finding().rule().id() + "\0" + line;
        int ordinal = seen.merge(what, 1, Integer::sum);
        return hash(ordinal == 1 ? what : what + "\0" + ordinal);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
