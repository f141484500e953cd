package dev.varve.registry;

/** The one registry whose name in images is not its host's. */
final class DockerHub {
    /** As {@link dev.varve.image.ImageReference#domain()} names it. */
    static final String NAME = "docker.io";

    static final String HOST = "registry-1.docker.io";

    /** Under which Docker keeps its credentials. */
    static final String CREDENTIALS = "https://index.docker.io/v1/";

    private DockerHub() {}
}
