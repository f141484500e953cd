package dev.varve.registry;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is asked of a server.
 *
 * @param slow whether the server may have long to do before it answers
 */
record Call(String method, URI uri, Map<String, String> headers, Payload payload, boolean slow) {
    static Call get(URI uri) {
        return new Call("GET", uri, Map.of(), Payload.NONE, false);
    }

    static Call head(URI uri) {
        return new Call("HEAD", uri, Map.of(), Payload.NONE, false);
    }

    static Call post(URI uri, Payload payload) {
        return new Call("POST", uri, Map.of(), payload, false);
    }

    static Call put(URI uri, Payload payload) {
        return new Call("PUT", uri, Map.of(), payload, false);
    }

    static Call patch(URI uri, Payload payload) {
        return new Call("PATCH", uri, Map.of(), payload, false);
    }

    Call with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(name, value);
        return new Call(method, uri, changed, payload, slow);
    }

    Call slowly() {
        return new Call(method, uri, headers, payload, true);
    }

    Call without(String name) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.remove(name);
        return new Call(method, uri, changed, payload, slow);
    }

    Call to(URI other) {
        return new Call(method, other, headers, payload, slow);
    }
}
