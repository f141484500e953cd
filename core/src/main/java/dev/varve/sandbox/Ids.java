package dev.varve.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the users of a container are those of the host. The files of a container belong to the host's users that its own are
 * mapped to, so every program that sees them has to run under the same mapping.
 *
 * @param flags what {@code unshare} is told for it; none where both are the same
 * @param reason why it is no better than that, for people; empty where nothing is wanting
 */
record Ids(Kind kind, List<String> flags, String reason) {
    enum Kind {
        /** Those of the host, which takes root. */
        HOST,
        /** This user is root, and further users are what {@code /etc/subuid} gives this user. */
        SUBORDINATE,
        /** This user is root, and there is no other. */
        SINGLE
    }

    static final Ids HOST = new Ids(Kind.HOST, List.of(), "");

    private static final Path UNSHARE = Path.of("/usr/bin/unshare");

    static Ids single(String reason) {
        return new Ids(Kind.SINGLE, List.of("--user", "--map-root-user"), reason);
    }

    /** The best that this user can have; nothing is tried out, as that takes longer than a start does. */
    static Ids detect() {
        CurrentUser user = CurrentUser.get();
        if (user.mayMount()) {
            return HOST;
        }
        for (String tool : List.of("newuidmap", "newgidmap")) {
            if (!HostCommand.exists(tool)) {
                return single(
                        tool + " is missing: install uidmap (shadow-utils) to have more than one user in a container");
            }
        }
        for (String file : List.of("/etc/subuid", "/etc/subgid")) {
            if (!hasLine(Path.of(file), user)) {
                return single(file + " gives user " + user.name()
                        + " no subordinate ids; as root: usermod --add-subuids 100000-165535 --add-subgids 100000-165535 "
                        + user.name());
            }
        }
        if (!knowsMapAuto()) {
            return single("unshare knows no --map-auto: util-linux 2.38 or later is needed for more than one user");
        }
        return new Ids(Kind.SUBORDINATE, List.of("--user", "--map-root-user", "--map-auto"), "");
    }

    private static boolean hasLine(Path file, CurrentUser user) {
        try {
            return Files.readAllLines(file).stream()
                    .anyMatch(line -> line.startsWith(user.name() + ":") || line.startsWith(user.uid() + ":"));
        } catch (IOException e) {
            return false;
        }
    }

    /** Looks into the program, which is quicker than to run it. */
    private static boolean knowsMapAuto() {
        try {
            return new String(Files.readAllBytes(UNSHARE), StandardCharsets.ISO_8859_1).contains("map-auto");
        } catch (IOException e) {
            return true;
        }
    }

    boolean inUserNamespace() {
        return kind != Kind.HOST;
    }

    boolean single() {
        return kind == Kind.SINGLE;
    }

    /** Where overlayfs looks for its own attributes. */
    String overlayAttribute(String name) {
        return (inUserNamespace() ? "user.overlay." : "trusted.overlay.") + name;
    }

    /** A program that sees files as a container does. */
    HostCommand command(List<String> words) {
        List<String> all = new ArrayList<>();
        if (inUserNamespace()) {
            all.add("unshare");
            all.addAll(flags);
            all.add("--");
        }
        all.addAll(words);
        return new HostCommand(all);
    }
}
