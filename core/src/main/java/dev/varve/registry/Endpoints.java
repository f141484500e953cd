package dev.varve.registry;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the images of a registry are asked for: at its mirrors, then at itself. */
final class Endpoints {
    private final RegistrySettings settings;
    private final Clients clients;
    private final Sender sender;
    private final CredentialStore credentials;
    private final Map<String, Endpoint> endpoints = new HashMap<>();

    Endpoints(RegistrySettings settings) {
        this.settings = settings;
        this.clients = new Clients(settings);
        this.sender = new Sender(new Transport(clients, settings.retry().stall()), settings.retry());
        this.credentials = new CredentialStore(settings.environment());
    }

    /** The mirrors of a registry and, at last, the registry. */
    List<Endpoint> of(String domain) throws RegistryException {
        List<Endpoint> all = new ArrayList<>();
        for (URI mirror : settings.mirrors().getOrDefault(domain, List.of())) {
            all.add(mirror(domain, mirror));
        }
        all.add(origin(domain));
        return all;
    }

    /** The registry itself. */
    synchronized Endpoint origin(String domain) {
        return endpoints.computeIfAbsent(domain, name -> {
            String authority = name.equals(DockerHub.NAME) ? DockerHub.HOST : name;
            return endpoint(authority, schemes(authority), "", name);
        });
    }

    private synchronized Endpoint mirror(String domain, URI mirror) throws RegistryException {
        if (!Addresses.isWeb(mirror)) {
            throw new RegistryException("a mirror of " + domain
                    + " is no web address without a password; expected such as https://mirror.example/path");
        }
        String authority = Addresses.authority(mirror);
        String path = mirror.getPath() == null ? "" : mirror.getPath().replaceAll("^/+|/+$", "");
        return endpoints.computeIfAbsent(
                mirror.toString(),
                address ->
                        endpoint(authority, List.of(mirror.getScheme()), path.isEmpty() ? "" : path + "/", authority));
    }

    private Endpoint endpoint(String authority, List<String> schemes, String prefix, String credentialsOf) {
        Authorizer authorizer =
                new Authorizer(() -> credentials.find(credentialsOf), new TokenService(sender, clients));
        return new Endpoint(authority, schemes, prefix, sender, authorizer);
    }

    /** A registry on this machine most likely speaks plain HTTP; another that is insecure, unverified TLS. */
    private List<String> schemes(String authority) {
        if (clients.hasCertificates(authority) || !clients.isInsecure(authority)) {
            return List.of("https");
        }
        return settings.insecure().contains(authority) ? List.of("https", "http") : List.of("http", "https");
    }

    void close() {
        clients.close();
    }
}
