package dev.varve.image;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The name of content by its hash (OCI image specification, {@code descriptor.md}, "Digests").
 *
 * @param algorithm {@code sha256}, {@code sha384} or {@code sha512}; Varve itself only makes the first
 * @param hex the hash in lower-case hexadecimal digits
 */
public record Digest(String algorithm, String hex) implements Comparable<Digest> {
    private static final String SHA_256 = "sha256";
    private static final Map<String, Integer> DIGITS = Map.of(SHA_256, 64, "sha384", 96, "sha512", 128);

    /** @throws IllegalArgumentException where the algorithm is unknown or the hash is not one of its own */
    public Digest {
        Integer digits = DIGITS.get(algorithm);
        if (digits == null || hex.length() != digits || !isHexadecimal(hex)) {
            throw new IllegalArgumentException("'" + algorithm + ":" + hex
                    + "' is not a digest; expected sha256: and 64 lower-case hexadecimal digits");
        }
    }

    /** Whether all characters are digits of a hash. By hand, for many are read before the JVM has compiled anything. */
    public static boolean isHexadecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads {@code algorithm:hex}.
     *
     * @throws IllegalArgumentException where the text is no digest
     */
    public static Digest parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new Digest("", text) : new Digest(text.substring(0, colon), text.substring(colon + 1));
    }

    /** @param hash the 32 bytes of a SHA-256 */
    public static Digest sha256(byte[] hash) {
        return new Digest(SHA_256, HexFormat.of().formatHex(hash));
    }

    /** The SHA-256 of these bytes. */
    public static Digest of(byte[] content) {
        try {
            return sha256(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The SHA-256 of this text in UTF-8. */
    public static Digest of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The first twelve digits, as {@code docker images} shows them. */
    public String shortened() {
        return hex.substring(0, 12);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest digest && hex.equals(digest.hex) && algorithm.equals(digest.algorithm);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    @Override
    public int compareTo(Digest other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }
}
