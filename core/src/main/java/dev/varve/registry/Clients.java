package dev.varve.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** The HTTP clients, each made when it is first needed: one for all servers, and one for each that is trusted otherwise. */
final class Clients {
    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final String EVERYBODY = "";
    private static final String UNVERIFIED = "*";

    private final Path certificates;
    private final Set<String> insecure;
    private final Map<String, String> environment;
    private final Map<String, HttpClient> clients = new HashMap<>();

    Clients(RegistrySettings settings) {
        this.certificates = settings.certificates();
        this.insecure = settings.insecure();
        this.environment = settings.environment();
    }

    synchronized HttpClient of(URI uri) throws IOException {
        String authority = Addresses.authority(uri);
        String key = EVERYBODY;
        if (uri.getScheme().equals("https") && hasCertificates(authority)) {
            key = authority;
        } else if (isInsecure(authority)) {
            key = UNVERIFIED;
        }
        HttpClient client = clients.get(key);
        if (client == null) {
            client = make(trust(key));
            clients.put(key, client);
        }
        return client;
    }

    /** What a client's proxy wants to know before it passes a request on. */
    static Optional<String> proxyAuthorization(HttpClient client, URI uri) {
        return client.proxy().orElse(null) instanceof EnvironmentProxies proxies
                ? proxies.authorization(uri)
                : Optional.empty();
    }

    /** Whether a certificate of this {@code host[:port]} is not verified, nor one needed. */
    boolean isInsecure(String authority) {
        return insecure.contains(authority) || Addresses.isLoopback(authority.replaceFirst(":[0-9]+$", ""));
    }

    boolean hasCertificates(String authority) {
        return Files.isDirectory(folder(authority));
    }

    private Path folder(String authority) {
        return certificates.resolve(authority);
    }

    private @Nullable TrustManager trust(String key) throws IOException {
        return switch (key) {
            case EVERYBODY -> null;
            case UNVERIFIED -> new UnverifiedTrust();
            default -> TrustedCertificates.read(folder(key));
        };
    }

    private HttpClient make(@Nullable TrustManager trust) throws IOException {
        // One connection a blob: they do not stall one another, which they do as streams of one HTTP/2 connection.
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
        EnvironmentProxies proxies = EnvironmentProxies.of(environment);
        if (!proxies.isEmpty()) {
            client.proxy(proxies);
        }
        if (trust != null) {
            client.sslContext(context(trust));
        }
        return client.build();
    }

    private static SSLContext context(TrustManager trust) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot set up TLS: " + e.getMessage(), e);
        }
    }

    /** Ends the clients where the JDK can (from 21 on); else their threads end once nobody holds them. */
    synchronized void close() {
        for (HttpClient client : clients.values()) {
            if (client instanceof AutoCloseable closeable) {
                try {
                    closeable.close();
                } catch (Exception e) {
                    throw new IllegalStateException("an HTTP client cannot be closed", e);
                }
            }
        }
        clients.clear();
    }
}
