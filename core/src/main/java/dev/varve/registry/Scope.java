package dev.varve.registry;

import java.util.List;

/**
 * What one wants to do at a registry, in the words of its token service (distribution's token scope specification).
 *
 * @param names such as {@code repository:library/alpine:pull}
 */
record Scope(List<String> names) {
    static final Scope NONE = new Scope(List.of());

    static Scope pull(String repository) {
        return new Scope(List.of("repository:" + repository + ":pull"));
    }

    static Scope push(String repository) {
        return new Scope(List.of("repository:" + repository + ":pull,push"));
    }

    /** Pushing to one repository what another has. */
    static Scope mount(String repository, String from) {
        return new Scope(List.of("repository:" + repository + ":pull,push", "repository:" + from + ":pull"));
    }
}
