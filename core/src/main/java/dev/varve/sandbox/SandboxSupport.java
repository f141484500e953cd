package dev.varve.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether this machine, and this user on it, can run processes in sandboxes. It is found out by trying, which takes as long as
 * the start of a process does.
 *
 * @param sandbox which one would be used, such as {@code embedded} or {@code crun}
 * @param users which users a container has, for people
 * @param obstacles all that is in the way; none where processes can be run
 */
public record SandboxSupport(String sandbox, String users, List<Obstacle> obstacles) {
    public SandboxSupport {
        obstacles = List.copyOf(obstacles);
    }

    /**
     * Tries it out.
     *
     * @param folder what containers would lie below; it is there, and left as it is
     */
    public static SandboxSupport probe(Path folder) {
        Ids ids = Ids.detect();
        List<Obstacle> obstacles = new ArrayList<>();
        String name = Sandbox.chosen();
        try {
            name = Sandbox.detect().name();
        } catch (SandboxException e) {
            obstacles.add(new Obstacle(
                    "there is no OCI runtime '" + name + "'",
                    "install it, or leave VARVE_RUNTIME unset to do without"));
        }
        obstacles.addAll(RequiredPrograms.missing());
        if (obstacles.isEmpty()) {
            obstacles.addAll(Trial.obstacles(ids, folder));
        }
        return new SandboxSupport(name, users(ids), obstacles);
    }

    private static String users(Ids ids) {
        return switch (ids.kind()) {
            case HOST -> "the host's";
            case SUBORDINATE -> "subordinate ids";
            case SINGLE -> "one: " + ids.reason();
        };
    }

    /** Why no process can be run, and what to do, a line for each obstacle; empty where one can. */
    public Optional<String> whyNot() {
        return obstacles.isEmpty()
                ? Optional.empty()
                : Optional.of(obstacles.stream().map(Obstacle::toString).collect(Collectors.joining("\n")));
    }

    /**
     * What is behind the failure of a sandbox: its own message where nothing is in the way of sandboxes in general.
     *
     * @param folder as for {@link #probe}
     */
    public static SandboxException explain(SandboxException failure, Path folder) {
        if (failure.exitCode() != SandboxException.FAILED) {
            return failure;
        }
        String reason = probe(folder).whyNot().orElse("");
        if (reason.isEmpty()) {
            return failure;
        }
        SandboxException explained = new SandboxException("this machine cannot run containers: " + reason);
        explained.initCause(failure);
        return explained;
    }
}
