package dev.varve.context;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The patterns of a {@code .dockerignore}, read as moby's {@code patternmatcher/ignorefile} reads them. */
public final class DockerIgnore {
    private static final DockerIgnore NONE = new DockerIgnore(List.of());
    private final List<String> patterns;

    private DockerIgnore(List<String> patterns) {
        this.patterns = patterns;
    }

    /** One that excludes nothing. */
    public static DockerIgnore none() {
        return NONE;
    }

    /** Reads the text of an ignore file. */
    public static DockerIgnore parse(byte[] text) {
        return new DockerIgnore(new String(text, StandardCharsets.UTF_8).lines().toList());
    }

    /** The patterns, cleaned, in the order of the file. */
    public List<String> patterns() {
        return patterns;
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }
}
