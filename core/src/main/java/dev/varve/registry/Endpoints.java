package dev.varve.registry;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return endpoints.computeIfAbsent(domain, name -> origin(name, () -> credentials.find(name)));
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
                address -> endpoint(
                        authority,
                        List.of(mirror.getScheme()),
                        path.isEmpty() ? "" : path + "/",
                        () -> credentials.find(authority)));
    }

    private Endpoint endpoint(String authority, List<String> schemes, String prefix, Authorizer.Source credentials) {
        return new Endpoint(
                authority, schemes, prefix, sender, new Authorizer(credentials, new TokenService(sender, clients)));
    }

    private Endpoint origin(String domain, Authorizer.Source credentials) {
        String authority = domain.equals(DockerHub.NAME) ? DockerHub.HOST : domain;
        return endpoint(authority, schemes(authority), "", credentials);
    }

    Optional<Path> login(String domain, Credentials.Password password) throws IOException {
        try {
            origin(domain, () -> Optional.of(password)).requireLogin();
        } catch (RegistryException e) {
            throw new RegistryException(domain + ": " + e.getMessage(), e.status(), e);
        }
        Optional<Path> file = credentials.keep(domain, password);
        forget(domain);
        return file;
    }

    boolean logout(String domain) throws IOException {
        boolean known = credentials.forget(domain);
        forget(domain);
        return known;
    }

    /** Who we are may have changed. */
    private synchronized void forget(String domain) {
        endpoints.remove(domain);
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
