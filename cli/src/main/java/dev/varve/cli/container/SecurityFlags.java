package dev.varve.cli.container;

import dev.varve.cli.command.Flags;
import dev.varve.cli.command.Texts;
import dev.varve.engine.ContainerRequest;
import dev.varve.sandbox.Capability;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code --cap-add}, {@code --cap-drop}, {@code --security-opt}. */
final class SecurityFlags {
    private static final String ALL = "ALL";
    private static final String NO_NEW_PRIVILEGES = "no-new-privileges";

    private final Texts added;
    private final Texts dropped;
    private final Texts options;

    SecurityFlags(Flags flags) {
        added = flags.texts("--cap-add", "list", "Add Linux capabilities").checked(SecurityFlags::capabilities);
        dropped = flags.texts("--cap-drop", "list", "Drop Linux capabilities").checked(SecurityFlags::capabilities);
        options = flags.texts(
                        "--security-opt", "list", "no-new-privileges keeps programs from gaining rights, such as sudo")
                .checked(SecurityFlags::noNewPrivileges);
        flags.unsupported("give the capabilities that it needs with --cap-add", "--privileged");
    }

    private static List<Capability> capabilities(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        String name = upper.startsWith("CAP_") ? upper.substring("CAP_".length()) : upper;
        List<Capability> found = Arrays.stream(Capability.values())
                .filter(each -> name.equals(ALL) || each.name().equals(name))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("unknown capability: \"CAP_" + name + "\"");
        }
        return found;
    }

    private static boolean noNewPrivileges(String option) {
        return switch (option) {
            case NO_NEW_PRIVILEGES, NO_NEW_PRIVILEGES + "=true", NO_NEW_PRIVILEGES + ":true" -> true;
            case NO_NEW_PRIVILEGES + "=false", NO_NEW_PRIVILEGES + ":false" -> false;
            default -> throw new IllegalArgumentException("only no-new-privileges is supported");
        };
    }

    /** As with Docker, a capability that is dropped by its own name is dropped even where all are added, and the other way round. */
    void addTo(ContainerRequest request) {
        boolean nothing = dropped.values().stream().anyMatch(text -> text.equalsIgnoreCase(ALL));
        if (nothing) {
            capabilities(ALL).forEach(request::dropCapability);
        }
        added.values().forEach(text -> capabilities(text).forEach(request::addCapability));
        dropped.values().stream()
                .filter(text -> !text.equalsIgnoreCase(ALL))
                .forEach(text -> capabilities(text).forEach(request::dropCapability));
        for (String option : options.values()) {
            if (noNewPrivileges(option)) {
                request.withoutNewPrivileges();
            }
        }
    }
}
