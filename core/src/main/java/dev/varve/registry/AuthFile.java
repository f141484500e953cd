package dev.varve.registry;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** A file with credentials, or with the names of the programs that keep them: Docker's {@code config.json} or podman's. */
final class AuthFile {
    private static final long MOST = 16 * 1024 * 1024;

    private final Path path;
    private final JsonObject json;

    private AuthFile(Path path, JsonObject json) {
        this.path = path;
        this.json = json;
    }

    /**
     * An empty one where there is none.
     *
     * @throws RegistryException where it is not what it should be
     */
    static AuthFile read(Path path) throws RegistryException {
        try {
            if (Files.size(path) > MOST) {
                throw new RegistryException(path + " is too large to hold credentials");
            }
            byte[] bytes = Files.readAllBytes(path);
            return new AuthFile(path, isBlank(bytes) ? JsonObject.EMPTY : JsonObject.parse(bytes));
        } catch (NoSuchFileException e) {
            return new AuthFile(path, JsonObject.EMPTY);
        } catch (JsonException e) {
            throw damaged(path, e);
        } catch (RegistryException e) {
            throw e;
        } catch (IOException e) {
            throw new RegistryException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private static boolean isBlank(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).isBlank();
    }

    private static RegistryException damaged(Path path, Exception e) {
        return new RegistryException(
                path + " cannot be used: " + Plain.text(String.valueOf(e.getMessage())) + "; mend or remove it", e);
    }

    Path path() {
        return path;
    }

    JsonObject json() {
        return json;
    }

    /** What the program is called that keeps the credentials of this registry, after {@code docker-credential-}. */
    Optional<String> helper(String registry) throws RegistryException {
        try {
            JsonObject helpers = json.optionalObject("credHelpers").orElse(JsonObject.EMPTY);
            Optional<String> own = helpers.optionalText(registry);
            return (own.isPresent() ? own : json.optionalText("credsStore")).filter(name -> !name.isEmpty());
        } catch (JsonException e) {
            throw damaged(path, e);
        }
    }

    /** The credentials that the file itself has for this registry. */
    Optional<Credentials> find(String registry) throws RegistryException {
        try {
            JsonObject auths = json.optionalObject("auths").orElse(JsonObject.EMPTY);
            Optional<Credentials> exact = credentials(auths, CredentialStore.key(registry));
            if (exact.isPresent()) {
                return exact;
            }
            for (String key : auths.members().keySet()) {
                if (host(key).equals(registry)) {
                    Optional<Credentials> found = credentials(auths, key);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        } catch (JsonException | IllegalArgumentException e) {
            throw damaged(path, e);
        }
    }

    /** The registry that a key means, which may be written as an address. */
    private static String host(String key) {
        String host = key.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
        return host.equals("index.docker.io") ? DockerHub.NAME : host;
    }

    private static Optional<Credentials> credentials(JsonObject auths, String key) throws JsonException {
        JsonObject entry = auths.optionalObject(key).orElse(JsonObject.EMPTY);
        Optional<String> identity = entry.optionalText("identitytoken").filter(text -> !text.isEmpty());
        if (identity.isPresent()) {
            return Optional.of(new Credentials.IdentityToken(identity.get()));
        }
        String user = entry.optionalText("username").orElse("");
        String password = entry.optionalText("password").orElse("");
        String both = entry.optionalText("auth").orElse("");
        if (!both.isEmpty()) {
            String decoded = decode(both, key);
            user = decoded.substring(0, decoded.indexOf(':'));
            password = decoded.substring(decoded.indexOf(':') + 1);
        }
        return user.isEmpty() ? Optional.empty() : Optional.of(new Credentials.Password(user, password));
    }

    private static String decode(String both, String key) throws JsonException {
        try {
            byte[] bytes = Base64.getDecoder().decode(both);
            String decoded = new String(bytes, StandardCharsets.UTF_8).replaceFirst("\0+$", "");
            if (decoded.indexOf(':') > 0) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            throw new JsonException("'auth' of '" + key + "' is not in base64");
        }
        throw new JsonException("'auth' of '" + key + "' is not a user name and a password");
    }
}
