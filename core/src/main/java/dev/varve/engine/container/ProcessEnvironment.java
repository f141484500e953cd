package dev.varve.engine.container;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of a container's process: what Docker sets ({@code moby/container/container_unix.go},
 * {@code CreateDaemonEnvironment}), changed by the container's own, and {@code HOME} ({@code runc/libcontainer}). Nothing comes
 * from the machine's environment.
 */
final class ProcessEnvironment {
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private ProcessEnvironment() {}

    /** @param own {@code NAME=value}, or {@code NAME} for one that is not to be there */
    static Map<String, String> of(List<String> own, String hostname, boolean terminal, String home) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PATH", PATH);
        variables.put("HOSTNAME", hostname);
        if (terminal) {
            variables.put("TERM", "xterm");
        }
        for (String variable : own) {
            int equals = variable.indexOf('=');
            if (equals < 0) {
                variables.remove(variable);
            } else {
                variables.put(variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
        variables.putIfAbsent("HOME", home);
        return variables;
    }
}
