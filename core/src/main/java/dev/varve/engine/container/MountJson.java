package dev.varve.engine.container;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import dev.varve.sandbox.Mount;
import java.nio.file.Path;

/** Mounts as they are kept. */
final class MountJson {
    private MountJson() {}

    static JsonObject of(Mount mount) {
        if (mount instanceof Mount.Bind bind) {
            return JsonObject.EMPTY
                    .with("source", bind.source().toString())
                    .with("destination", bind.destination())
                    .with("readOnly", bind.readOnly());
        }
        Mount.Tmpfs tmpfs = (Mount.Tmpfs) mount;
        return JsonObject.EMPTY
                .with("destination", tmpfs.destination())
                .with("size", tmpfs.size())
                .with("mode", (long) tmpfs.mode());
    }

    static Mount read(JsonObject json) throws JsonException {
        String destination = json.text("destination");
        if (json.has("source")) {
            return new Mount.Bind(Path.of(json.text("source")), destination, json.isTrue("readOnly"));
        }
        return new Mount.Tmpfs(destination, json.number("size"), (int) json.number("mode"));
    }
}
