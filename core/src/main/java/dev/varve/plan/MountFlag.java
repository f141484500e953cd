package dev.varve.plan;

import dev.varve.dockerfile.ExpansionException;
import dev.varve.dockerfile.Mount;
import dev.varve.dockerfile.MountException;
import dev.varve.dockerfile.ShellLexer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code RUN --mount} (BuildKit {@code dockerfile2llb/convert_runmount.go}). */
final class MountFlag {
    private static final long SECRET_MODE = 0400;
    private static final long SSH_MODE = 0600;
    private static final long CACHE_MODE = 0755;

    private final StageGraph graph;
    private final StageState state;
    private final ShellLexer lexer;
    private final int line;

    MountFlag(StageGraph graph, StageState state, ShellLexer lexer, int line) {
        this.graph = graph;
        this.state = state;
        this.lexer = lexer;
        this.line = line;
    }

    MountPoint resolve(String value) throws PlanException {
        Mount mount;
        try {
            mount = Mount.parse(value, word -> state.expand(lexer, word));
        } catch (MountException | ExpansionException e) {
            throw new PlanException(line, "--mount=" + value + ": " + e.getMessage());
        }
        return switch (mount.type()) {
            case BIND -> mounted(mount, mount.from() == null ? Source.Context.MAIN : from(mount), "");
            case CACHE -> cache(mount);
            case TMPFS -> mounted(mount, new Source.Scratch(), Long.toString(mount.size()));
            case SECRET -> secret(mount);
            case SSH -> ssh(mount);
        };
    }

    private Source from(Mount mount) throws PlanException {
        String name = mount.from();
        return name == null ? new Source.Scratch() : graph.mountSource(name, state.platform, line);
    }

    /**
     * A cache is known by its id, but its id is no part of the key unless it is the default one
     * ({@code solver/llbsolver/ops/exec.go}, {@code checkShouldClearCacheOpts}).
     */
    private MountPoint cache(Mount mount) throws PlanException {
        String target = target(mount);
        boolean defaultSharing = mount.sharing() == null || mount.sharing() == Mount.Sharing.SHARED;
        String id = mount.id() == null ? target : mount.id();
        String options = id.equals(target) && defaultSharing ? "default" : "";
        boolean ownFolder =
                hasOwner(mount) && ContainerPath.clean(text(mount.source())).equals("/");
        if (!ownFolder) {
            return mounted(mount, from(mount), options);
        }
        String owner = ownership(mount, CACHE_MODE);
        return mount.from() == null
                ? new MountPoint(
                        "cache",
                        target,
                        new Source.EmptyFolder(owner),
                        "/cache",
                        mount.readOnly(),
                        options,
                        Optional.of(mount))
                : mounted(mount, from(mount), options + owner);
    }

    private MountPoint secret(Mount mount) throws PlanException {
        String id = mount.source() != null ? mount.source() : text(mount.id());
        if (id.isEmpty() && mount.target() == null) {
            throw new PlanException(line, "a secret mount needs an id, or a target whose last name is the id");
        }
        String known = id.isEmpty() ? ContainerPath.name(text(mount.target())) : id;
        String target = mount.target() != null
                ? mount.target()
                : mount.env() == null ? "/run/secrets/" + ContainerPath.name(known) : "";
        Definition options = new Definition(known).add(mount.required()).add(mount.env());
        return own(mount, target, options.add(hasOwner(mount) ? ownership(mount, SECRET_MODE) : ""));
    }

    private MountPoint ssh(Mount mount) throws PlanException {
        if (mount.source() != null) {
            throw new PlanException(line, "an ssh mount has no source; name the agent by its id");
        }
        Definition options = new Definition(text(mount.id())).add(mount.required());
        return own(mount, text(mount.target()), options.add(hasOwner(mount) ? ownership(mount, SSH_MODE) : ""));
    }

    private static MountPoint own(Mount mount, String target, Definition options) {
        return new MountPoint(
                name(mount), target, new Source.Scratch(), "/", true, options.toString(), Optional.of(mount));
    }

    private MountPoint mounted(Mount mount, Source source, String options) throws PlanException {
        String path = ContainerPath.clean(text(mount.source()));
        return new MountPoint(name(mount), target(mount), source, path, mount.readOnly(), options, Optional.of(mount));
    }

    private String target(Mount mount) throws PlanException {
        String target = ContainerPath.resolve(state.folder(), text(mount.target()));
        if (target.equals("/")) {
            throw new PlanException(line, "a mount's target cannot be the root folder");
        }
        return target;
    }

    private static boolean hasOwner(Mount mount) {
        return mount.uid() != null || mount.gid() != null || mount.mode() != null;
    }

    private static String ownership(Mount mount, long defaultMode) {
        return number(mount.uid(), 0) + ":" + number(mount.gid(), 0) + " "
                + Long.toOctalString(number(mount.mode(), defaultMode));
    }

    private static long number(@Nullable Long value, long fallback) {
        return value == null ? fallback : value;
    }

    private static String name(Mount mount) {
        return mount.type().name().toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
