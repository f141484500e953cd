package dev.varve.registry;

import dev.varve.json.JsonException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gets tokens where a registry's challenge says (distribution's token and OAuth 2 specifications). */
final class TokenService {
    private static final String CLIENT = "varve";
    private static final int MOST = 1024 * 1024;

    private final Sender sender;
    private final Clients clients;

    TokenService(Sender sender, Clients clients) {
        this.sender = sender;
        this.clients = clients;
    }

    /** @throws RegistryException where the service gives none, saying why */
    Token fetch(Challenge challenge, Scope scope, Optional<Credentials> credentials) throws IOException {
        URI realm = realm(challenge, credentials.isPresent());
        Call call = call(realm, challenge.parameter("service"), scope, credentials);
        try (Answer answer = sender.send(call)) {
            if (answer.status() != 200) {
                throw refused(answer, credentials);
            }
            return Token.parse(answer.body().readNBytes(MOST));
        } catch (JsonException e) {
            throw new RegistryException("its token service " + Addresses.origin(realm) + ": " + e.getMessage(), e);
        }
    }

    private URI realm(Challenge challenge, boolean secret) throws RegistryException {
        URI realm;
        try {
            realm = new URI(challenge.parameter("realm"));
        } catch (java.net.URISyntaxException e) {
            throw new RegistryException("names a token service by an address that is none", e);
        }
        if (!Addresses.isWeb(realm)) {
            throw new RegistryException("names a token service by an address that is none");
        }
        if (secret && realm.getScheme().equals("http") && !clients.isInsecure(Addresses.authority(realm))) {
            throw new RegistryException("wants the password sent unencrypted to " + Addresses.origin(realm)
                    + "; list that host as insecure if this is right");
        }
        return realm;
    }

    private static Call call(URI realm, String service, Scope scope, Optional<Credentials> credentials) {
        if (credentials.orElse(null) instanceof Credentials.IdentityToken identity) {
            Map<String, String> form = new LinkedHashMap<>();
            form.put("grant_type", "refresh_token");
            form.put("service", service);
            form.put("client_id", CLIENT);
            form.put("scope", String.join(" ", scope.names()));
            form.put("refresh_token", identity.token());
            byte[] body = encoded(form).getBytes(StandardCharsets.UTF_8);
            return Call.post(realm, Payload.of(body)).with("Content-Type", "application/x-www-form-urlencoded");
        }
        StringBuilder query = new StringBuilder();
        query.append(realm.getRawQuery() == null ? "?" : "&");
        query.append(encoded(Map.of("service", service)));
        scope.names().forEach(name -> query.append("&").append(encoded(Map.of("scope", name))));
        if (credentials.orElse(null) instanceof Credentials.Password password) {
            query.append("&").append(encoded(Map.of("account", password.user())));
            return Call.get(URI.create(realm + query.toString())).with("Authorization", password.basic());
        }
        return Call.get(URI.create(realm + query.toString()));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static RegistryException refused(Answer answer, Optional<Credentials> credentials) {
        boolean denied = answer.status() == 400 || answer.status() == 401 || answer.status() == 403;
        String words = denied && credentials.isPresent()
                ? "does not take the user name and password that are kept for it"
                : "gives no token";
        return new RegistryException(
                "its token service " + Addresses.origin(answer.uri()) + " " + words + ": " + ServerError.words(answer),
                answer.status(),
                null);
    }
}
