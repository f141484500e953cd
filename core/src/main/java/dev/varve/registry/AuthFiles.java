package dev.varve.registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The files in which Docker and podman keep credentials. */
final class AuthFiles {
    private final Map<String, String> environment;

    AuthFiles(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Those that are read, in the order in which they are asked. */
    List<Path> all() {
        List<Path> files = new ArrayList<>();
        String chosen = variable("REGISTRY_AUTH_FILE");
        if (!chosen.isEmpty()) {
            files.add(Path.of(chosen));
        }
        files.add(dockers());
        String runtime = variable("XDG_RUNTIME_DIR");
        if (!runtime.isEmpty()) {
            files.add(Path.of(runtime, "containers", "auth.json"));
        }
        String config = variable("XDG_CONFIG_HOME");
        Path configHome = config.isEmpty() ? home().resolve(".config") : Path.of(config);
        files.add(configHome.resolve("containers").resolve("auth.json"));
        return files;
    }

    /** Docker's, which is written too. */
    Path dockers() {
        String folder = variable("DOCKER_CONFIG");
        return (folder.isEmpty() ? home().resolve(".docker") : Path.of(folder)).resolve("config.json");
    }

    private Path home() {
        String home = variable("HOME");
        return Path.of(home.isEmpty() ? System.getProperty("user.home", "") : home);
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
