package dev.varve.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.varve.json.JsonObject;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A token service, which a registry trusts that is started with {@link #registrySection}. It gives tokens for whatever is
 * asked to those who know {@link RegistryServer#PASSWORD} or the identity token.
 */
final class TokenServer implements Closeable {
    static final String IDENTITY_TOKEN = "identity-of-varve";
    private static final String ISSUER = "varve-tests";
    private static final String SERVICE = "registry.test";

    private final HttpServer server;
    private final TestCertificate certificate;
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private long lifetimeSeconds = 300;

    private TokenServer(HttpServer server, TestCertificate certificate) {
        this.server = server;
        this.certificate = certificate;
    }

    static TokenServer start(TestCertificate certificate) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TokenServer tokens = new TokenServer(server, certificate);
        server.createContext("/token", tokens::answer);
        server.start();
        return tokens;
    }

    /** The section of a registry's configuration that sends its clients here. */
    List<String> registrySection() throws Exception {
        return List.of(
                "auth:",
                "  token:",
                "    realm: http://127.0.0.1:" + server.getAddress().getPort() + "/token",
                "    service: " + SERVICE,
                "    issuer: " + ISSUER,
                "    rootcertbundle: " + certificate.certificateFile());
    }

    /** Tokens are no good any more after so long, whatever their lifetime is said to be. */
    void setLifetime(long seconds) {
        lifetimeSeconds = seconds;
    }

    /** The queries and forms that came. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean post = exchange.getRequestMethod().equals("POST");
            String fields = post
                    ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    : exchange.getRequestURI().getRawQuery();
            asked.add(fields);
            boolean known = post
                    ? fields.contains("refresh_token=" + IDENTITY_TOKEN)
                    : ("Basic "
                                    + Base64.getEncoder()
                                            .encodeToString((RegistryServer.USER + ":" + RegistryServer.PASSWORD)
                                                    .getBytes(StandardCharsets.UTF_8)))
                            .equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = known
                    ? JsonObject.EMPTY
                            .with(post ? "access_token" : "token", token(scopes(fields)))
                            .with("expires_in", 300)
                            .toBytes()
                    : "{\"details\":\"incorrect username or password\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static List<String> scopes(String fields) {
        List<String> scopes = new ArrayList<>();
        for (String field : fields.split("&")) {
            if (field.startsWith("scope=")) {
                String decoded = URLDecoder.decode(field.substring("scope=".length()), StandardCharsets.UTF_8);
                scopes.addAll(List.of(decoded.split(" ")));
            }
        }
        return scopes;
    }

    /** A JSON Web Token as distribution's token specification wants it. */
    private String token(List<String> scopes) throws GeneralSecurityException {
        List<JsonObject> access = new ArrayList<>();
        for (String scope : scopes) {
            String[] parts = scope.split(":");
            if (parts.length == 3) {
                access.add(JsonObject.EMPTY
                        .with("type", parts[0])
                        .with("name", parts[1])
                        .with("actions", List.of(parts[2].split(","))));
            }
        }
        long now = Instant.now().getEpochSecond();
        JsonObject header = JsonObject.EMPTY
                .with("typ", "JWT")
                .with("alg", "RS256")
                .with(
                        "x5c",
                        List.of(Base64.getEncoder()
                                .encodeToString(certificate.certificate().getEncoded())));
        JsonObject claims = JsonObject.EMPTY
                .with("iss", ISSUER)
                .with("sub", RegistryServer.USER)
                .with("aud", SERVICE)
                .with("exp", now + lifetimeSeconds)
                .with("nbf", now - 10)
                .with("iat", now)
                .with("jti", UUID.randomUUID().toString())
                .with("access", access);
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String signed = encoder.encodeToString(header.toBytes()) + "." + encoder.encodeToString(claims.toBytes());
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign((PrivateKey) certificate.key());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + encoder.encodeToString(signature.sign());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
