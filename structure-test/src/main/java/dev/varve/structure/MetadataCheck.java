package dev.varve.structure;

import dev.varve.image.ContainerConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the configuration of an image. */
final class MetadataCheck {
    private final ContainerConfig config;
    private final List<String> failures = new ArrayList<>();

    MetadataCheck(ContainerConfig config) {
        this.config = config;
    }

    List<String> failures(MetadataTest test) {
        pairs("variable", test.env(), config.environment());
        for (Pair pair : test.unboundEnv()) {
            if (config.environment().containsKey(pair.key())) {
                failures.add("expected no variable " + pair.key() + ", which the image has");
            }
        }
        pairs("label", test.labels(), config.labels());
        words("command", test.cmd(), config.cmd());
        words("entrypoint", test.entrypoint(), config.entrypoint());
        text("working directory", test.workdir(), config.workingDir());
        text("user", test.user(), config.user());
        Set<String> ports = config.exposedPorts().stream()
                .map(port -> port.split("/", -1)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        names("port", test.exposedPorts(), test.unexposedPorts(), ports);
        names("volume", test.volumes(), test.unmountedVolumes(), config.volumes());
        return failures;
    }

    private void pairs(String kind, List<Pair> expected, Map<String, String> actual) {
        for (Pair pair : expected) {
            String value = actual.get(pair.key());
            if (!matches(pair, value)) {
                failures.add("expected the " + kind + " " + pair.key() + (pair.regex() ? " to match '" : " to be '")
                        + pair.value() + "', found " + (value == null ? "none" : "'" + value + "'"));
            }
        }
    }

    private static boolean matches(Pair expected, @Nullable String actual) {
        if (actual == null) {
            return false;
        }
        return expected.regex()
                ? GoRegex.compile(expected.value()).find(actual)
                : expected.value().equals(actual);
    }

    private void words(String kind, Optional<List<String>> expected, List<String> actual) {
        if (expected.isPresent() && !expected.get().equals(actual)) {
            failures.add("expected the " + kind + " " + expected.get() + ", found " + actual);
        }
    }

    private void text(String kind, String expected, String actual) {
        if (!expected.isEmpty() && !expected.equals(actual)) {
            failures.add("expected the " + kind + " '" + expected + "', found '" + actual + "'");
        }
    }

    private void names(String kind, List<String> expected, List<String> unexpected, Collection<String> actual) {
        for (String name : expected) {
            if (!actual.contains(name)) {
                failures.add("expected the " + kind + " " + name + ", found " + actual);
            }
        }
        for (String name : unexpected) {
            if (actual.contains(name)) {
                failures.add("expected no " + kind + " " + name + ", which the image has");
            }
        }
    }
}
