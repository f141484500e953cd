package dev.varve.cli.build;

import dev.varve.cli.console.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code --ssh default|ID[=SOCKET]}. */
final class SshAgents {
    private static final String VARIABLE = "SSH_AUTH_SOCK";

    private SshAgents() {}

    /** The sockets of agents by their ids; without one, that of the user's own agent. */
    static Map<String, Path> read(List<String> flags, Map<String, String> environment) {
        Map<String, Path> agents = new LinkedHashMap<>();
        for (String flag : flags) {
            int equals = flag.indexOf('=');
            String id = equals < 0 ? flag : flag.substring(0, equals);
            String socket = equals < 0 ? environment.getOrDefault(VARIABLE, "") : flag.substring(equals + 1);
            if (socket.isEmpty()) {
                throw new Failure(
                        "--ssh " + flag + ": " + VARIABLE + " is not set; start an agent, or name its socket");
            }
            Path path = Path.of(socket);
            if (!Files.exists(path)) {
                throw new Failure("--ssh " + flag + ": there is no " + path);
            }
            if (Files.isRegularFile(path)) {
                throw new Failure(
                        "--ssh " + flag + ": keys are not read; add them to an agent with ssh-add and name its socket");
            }
            agents.put(id, path);
        }
        return agents;
    }
}
