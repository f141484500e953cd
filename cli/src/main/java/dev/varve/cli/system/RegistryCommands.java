package dev.varve.cli.system;

import dev.varve.cli.command.Command;
import dev.varve.cli.command.Entry;
import dev.varve.cli.command.Group;
import java.util.List;

/** {@code login}, {@code logout}. */
public final class RegistryCommands extends Group {
    public RegistryCommands() {
        super(
                "registry",
                "Manage registries",
                List.of(
                        new Entry("login", "Authenticate to a registry"),
                        new Entry("logout", "Log out from a registry")));
    }

    @Override
    protected Command create(String entry) {
        return switch (entry) {
            case "login" -> new LoginCommand();
            case "logout" -> new LogoutCommand();
            default -> throw new IllegalArgumentException(entry);
        };
    }
}
