package dev.varve.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who somebody is to a registry. Never shown. */
sealed interface Credentials {
    record Password(String user, String password) implements Credentials {
        /** The value of a header {@code Authorization}. */
        String basic() {
            byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(both);
        }

        @Override
        public String toString() {
            return "Password[user=" + user + "]";
        }
    }

    /** What a token service changes for tokens. */
    record IdentityToken(String token) implements Credentials {
        @Override
        public String toString() {
            return "IdentityToken";
        }
    }
}
