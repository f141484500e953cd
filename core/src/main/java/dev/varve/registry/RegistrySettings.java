package dev.varve.registry;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How registries are reached.
 *
 * @param mirrors for a registry ({@code docker.io}) the mirrors that are asked before it, in order. The path of a mirror's
 *     address goes before the repository: {@code https://mirror.example/hub} has {@code hub/library/alpine}
 * @param insecure registries, as {@code host[:port]}, whose certificates are not verified and that may talk plain HTTP, as
 *     those on this machine always may
 * @param certificates a folder with a folder for each {@code host[:port]}, in which {@code *.crt} files are trusted for it
 * @param environment variables: {@code DOCKER_CONFIG}, {@code REGISTRY_AUTH_FILE}, {@code HOME}, {@code HTTP_PROXY} and so on
 * @param retry how long a registry in trouble is put up with
 */
public record RegistrySettings(
        Map<String, List<URI>> mirrors,
        Set<String> insecure,
        Path certificates,
        Map<String, String> environment,
        RetryPolicy retry) {
    private static final Path CERTIFICATES = Path.of("/etc/docker/certs.d");

    public RegistrySettings {
        mirrors = Map.copyOf(mirrors);
        insecure = Set.copyOf(insecure);
        environment = Map.copyOf(environment);
    }

    /**
     * As this process' environment says.
     *
     * @throws IllegalArgumentException as {@link #from}
     */
    public static RegistrySettings fromEnvironment() {
        return from(System.getenv());
    }

    /**
     * As an environment says; {@code VARVE_MIRRORS} has the mirrors, as {@code REGISTRY=URL} with blanks between.
     *
     * @throws IllegalArgumentException where that is something else; the message says what was expected
     */
    public static RegistrySettings from(Map<String, String> environment) {
        return new RegistrySettings(Mirrors.of(environment), Set.of(), CERTIFICATES, environment, RetryPolicy.DEFAULT);
    }

    public RegistrySettings withMirrors(Map<String, List<URI>> others) {
        return new RegistrySettings(others, insecure, certificates, environment, retry);
    }

    public RegistrySettings withInsecure(Set<String> others) {
        return new RegistrySettings(mirrors, others, certificates, environment, retry);
    }

    public RegistrySettings withCertificates(Path folder) {
        return new RegistrySettings(mirrors, insecure, folder, environment, retry);
    }

    public RegistrySettings withEnvironment(Map<String, String> variables) {
        return new RegistrySettings(mirrors, insecure, certificates, variables, retry);
    }

    public RegistrySettings withRetry(RetryPolicy other) {
        return new RegistrySettings(mirrors, insecure, certificates, environment, other);
    }

    /** Without the environment, in which there may be secrets. */
    @Override
    public String toString() {
        return "RegistrySettings[mirrors=" + mirrors + ", insecure=" + insecure + ", certificates=" + certificates
                + ", retry=" + retry + "]";
    }
}
