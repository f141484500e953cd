package dev.varve.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash functions that digests are made with. */
final class Hashes {
    private Hashes() {}

    /** @param algorithm as a {@link dev.varve.image.Digest} names it */
    static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(
                    switch (algorithm) {
                        case "sha256" -> "SHA-256";
                        case "sha384" -> "SHA-384";
                        default -> "SHA-512";
                    });
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-2", e);
        }
    }
}
