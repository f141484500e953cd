package dev.varve.registry;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who we are to registries, as the files of Docker and podman, and the programs that they name, keep it. */
final class CredentialStore {
    private static final String AUTHS = "auths";

    private final AuthFiles files;
    private final Map<String, String> environment;

    CredentialStore(Map<String, String> environment) {
        this.files = new AuthFiles(environment);
        this.environment = environment;
    }

    /** Under which name a registry's credentials are kept. */
    static String key(String registry) {
        return registry.equals(DockerHub.NAME) ? DockerHub.CREDENTIALS : registry;
    }

    /**
     * @param registry as an image's name begins
     * @throws RegistryException where a file or a program is not as it should be
     */
    Optional<Credentials> find(String registry) throws IOException {
        for (Path path : files.all()) {
            AuthFile file = AuthFile.read(path);
            Optional<String> helper = file.helper(registry);
            Optional<Credentials> found = helper.isPresent()
                    ? new CredentialHelper(helper.get(), environment).get(key(registry))
                    : file.find(registry);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /**
     * Keeps the credentials where Docker would.
     *
     * @return the file in which the password is to be read now; empty where a program keeps it
     */
    Optional<Path> keep(String registry, Credentials.Password password) throws IOException {
        AuthFile file = AuthFile.read(files.dockers());
        Optional<String> helper = file.helper(registry);
        JsonObject entry = JsonObject.EMPTY;
        if (helper.isPresent()) {
            new CredentialHelper(helper.get(), environment).store(key(registry), password);
        } else {
            byte[] both = (password.user() + ":" + password.password()).getBytes(StandardCharsets.UTF_8);
            entry = entry.with("auth", Base64.getEncoder().encodeToString(both));
        }
        write(file, registry, entry);
        return helper.isPresent() ? Optional.empty() : Optional.of(file.path());
    }

    /** Forgets the credentials. Whether there were any. */
    boolean forget(String registry) throws IOException {
        AuthFile file = AuthFile.read(files.dockers());
        Optional<String> helper = file.helper(registry);
        boolean known = file.find(registry).isPresent();
        if (helper.isPresent()) {
            CredentialHelper program = new CredentialHelper(helper.get(), environment);
            known = program.get(key(registry)).isPresent();
            if (known) {
                program.erase(key(registry));
            }
        }
        write(file, registry, null);
        return known;
    }

    /** @param entry the registry's; null to remove it */
    private static void write(AuthFile file, String registry, @Nullable JsonObject entry) throws IOException {
        try {
            JsonObject auths = file.json().optionalObject(AUTHS).orElse(JsonObject.EMPTY);
            Map<String, @Nullable Object> changed = new LinkedHashMap<>(auths.members());
            changed.remove(key(registry));
            JsonObject entries = JsonObject.of(changed).with(key(registry), entry);
            if (!entries.equals(auths)) {
                SecretFile.write(file.path(), file.json().with(AUTHS, entries).toBytes());
            }
        } catch (JsonException e) {
            throw new RegistryException(file.path() + " cannot be used: " + e.getMessage(), e);
        }
    }
}
