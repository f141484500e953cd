package dev.varve.cli.build;

import dev.varve.cli.console.Failure;
import java.util.List;
import java.util.Optional;

/**
 * Where to put what a build makes, beside the store: {@code --output type=tar,dest=FILE}.
 *
 * @param dest a file or folder; {@code -} is standard output
 * @param names further names for the image
 */
record ImageOutput(Type type, Optional<String> dest, List<String> names) {
    static final String STANDARD_OUTPUT = "-";

    private static final List<String> KNOWN = List.of("type", "dest", "name", "push", "tar");

    /** What there is. */
    enum Type {
        /** The store alone. */
        STORE,
        /** An archive as of {@code docker save}. */
        DOCKER,
        /** An archive that is an OCI image layout. */
        OCI,
        /** A folder that is an OCI image layout. */
        OCI_FOLDER,
        /** Its files as an archive. */
        TAR,
        /** Its files in a folder. */
        LOCAL,
        /** Its registry. */
        REGISTRY
    }

    static ImageOutput parse(String text) {
        if (!text.contains("=") || text.equals(STANDARD_OUTPUT)) {
            Type type = text.equals(STANDARD_OUTPUT) ? Type.TAR : Type.LOCAL;
            return new ImageOutput(type, Optional.of(text), List.of());
        }
        Attributes attributes = new Attributes("--output", text, KNOWN);
        Optional<String> dest = attributes.find("dest");
        Type type = type(attributes, dest);
        boolean takesDest = type != Type.STORE && type != Type.REGISTRY;
        if (takesDest && dest.isEmpty()) {
            throw new Failure("--output " + text + ": the attribute 'dest' is missing");
        }
        if (!takesDest && dest.isPresent()) {
            throw new Failure("--output " + text + ": this type has no dest");
        }
        boolean isFolder = type == Type.LOCAL || type == Type.OCI_FOLDER;
        if (isFolder && dest.get().equals(STANDARD_OUTPUT)) {
            throw new Failure("--output " + text + ": a folder is not written to standard output");
        }
        return new ImageOutput(type, dest, attributes.find("name").map(List::of).orElse(List.of()));
    }

    private static Type type(Attributes attributes, Optional<String> dest) {
        String type = attributes.require("type");
        boolean push = attributes.find("push").filter("true"::equals).isPresent();
        boolean folder = attributes.find("tar").filter("false"::equals).isPresent();
        return switch (type) {
            case "docker" -> dest.isPresent() ? Type.DOCKER : Type.STORE;
            case "image" -> push ? Type.REGISTRY : Type.STORE;
            case "registry" -> Type.REGISTRY;
            case "oci" -> folder ? Type.OCI_FOLDER : Type.OCI;
            case "tar" -> Type.TAR;
            case "local" -> Type.LOCAL;
            case "cacheonly" -> Type.STORE;
            default ->
                throw new Failure("--output: there is no type '" + type
                        + "'; there are docker, image, registry, oci, tar, local, cacheonly");
        };
    }

    boolean isStandardOutput() {
        return dest.filter(STANDARD_OUTPUT::equals).isPresent();
    }
}
