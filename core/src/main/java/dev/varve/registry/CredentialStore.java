package dev.varve.registry;

import java.util.Map;
import java.util.Optional;

final class CredentialStore {
    CredentialStore(Map<String, String> environment) {}

    Optional<Credentials> find(String registry) throws java.io.IOException {
        return Optional.empty();
    }
}
