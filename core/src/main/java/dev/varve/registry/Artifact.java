package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.image.Manifest;
import dev.varve.json.JsonException;

/** A manifest whose configuration and layers may be anything; its blobs are fetched one by one. */
public record Artifact(Descriptor descriptor, Manifest manifest) {
    static Artifact of(FetchedManifest fetched) throws RegistryException {
        try {
            return new Artifact(fetched.descriptor(), Manifest.parse(fetched.bytes()));
        } catch (JsonException e) {
            throw new RegistryException("its manifest is none: " + Plain.text(String.valueOf(e.getMessage())), e);
        }
    }
}
