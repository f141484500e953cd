package dev.varve.structure;

import java.util.List;
import java.util.Optional;

/**
 * What the configuration of the image has.
 *
 * @param unboundEnv variables that it must not have; their values do not matter
 * @param exposedPorts without protocol
 * @param entrypoint empty where it does not matter
 * @param cmd empty where it does not matter
 */
public record MetadataTest(
        Place place,
        List<Pair> env,
        List<Pair> unboundEnv,
        List<Pair> labels,
        List<String> exposedPorts,
        List<String> unexposedPorts,
        List<String> volumes,
        List<String> unmountedVolumes,
        Optional<List<String>> entrypoint,
        Optional<List<String>> cmd,
        String workdir,
        String user)
        implements StructureTest {
    /** A test of copied lists. */
    public MetadataTest {
        env = List.copyOf(env);
        unboundEnv = List.copyOf(unboundEnv);
        labels = List.copyOf(labels);
        exposedPorts = List.copyOf(exposedPorts);
        unexposedPorts = List.copyOf(unexposedPorts);
        volumes = List.copyOf(volumes);
        unmountedVolumes = List.copyOf(unmountedVolumes);
        entrypoint = entrypoint.map(List::copyOf);
        cmd = cmd.map(List::copyOf);
    }

    /** Whether it asks for nothing. */
    boolean isEmpty() {
        return env.isEmpty()
                && unboundEnv.isEmpty()
                && labels.isEmpty()
                && exposedPorts.isEmpty()
                && unexposedPorts.isEmpty()
                && volumes.isEmpty()
                && unmountedVolumes.isEmpty()
                && entrypoint.isEmpty()
                && cmd.isEmpty()
                && workdir.isEmpty()
                && user.isEmpty();
    }

    @Override
    public String title() {
        return "Metadata Test";
    }
}
