package dev.varve.engine.container;

import dev.varve.image.ContainerConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a container is run with: what its caller asks for, and else what the image says ({@code moby/daemon/commit.go},
 * {@code merge}).
 */
public final class ConfigMerge {
    private ConfigMerge() {}

    /**
     * The configuration of a container.
     *
     * @param own what the caller asks for
     * @param entrypointGiven whether the caller named a program, be it none: the image's arguments are not for it
     */
    public static ContainerConfig of(ContainerConfig own, boolean entrypointGiven, ContainerConfig image) {
        boolean arguments = own.cmd().isEmpty() && !entrypointGiven;
        return new ContainerConfig(
                own.user().isEmpty() ? image.user() : own.user(),
                union(own.exposedPorts(), image.exposedPorts()),
                environment(own.env(), image.env()),
                entrypointGiven ? own.entrypoint() : image.entrypoint(),
                arguments ? image.cmd() : own.cmd(),
                union(own.volumes(), image.volumes()),
                own.workingDir().isEmpty() ? image.workingDir() : own.workingDir(),
                labels(own, image),
                own.stopSignal().isEmpty() ? image.stopSignal() : own.stopSignal(),
                own.healthcheck().or(image::healthcheck),
                false,
                List.of(),
                List.of());
    }

    private static SortedSet<String> union(Set<String> one, Set<String> other) {
        SortedSet<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private static SortedMap<String, String> labels(ContainerConfig own, ContainerConfig image) {
        SortedMap<String, String> labels = new TreeMap<>(image.labels());
        labels.putAll(own.labels());
        return labels;
    }

    /** The caller's first, then the image's that the caller says nothing of. */
    private static List<String> environment(List<String> own, List<String> image) {
        List<String> environment = new ArrayList<>(own);
        Set<String> named = new HashSet<>();
        own.forEach(variable -> named.add(name(variable)));
        for (String variable : image) {
            if (!named.contains(name(variable))) {
                environment.add(variable);
            }
        }
        return environment;
    }

    private static String name(String variable) {
        int equals = variable.indexOf('=');
        return equals < 0 ? variable : variable.substring(0, equals);
    }
}
