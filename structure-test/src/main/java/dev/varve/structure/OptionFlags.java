package dev.varve.structure;

import dev.varve.engine.ContainerRequest;
import dev.varve.engine.EngineException;
import dev.varve.sandbox.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Gives a container what {@code containerRunOptions} say. */
final class OptionFlags {
    private OptionFlags() {}

    /** @throws EngineException where it cannot be had */
    static void apply(RunOptions options, ContainerRequest request) throws IOException {
        if (options.privileged()) {
            throw new EngineException("containerRunOptions.privileged is not supported: give the capabilities that are"
                    + " needed with containerRunOptions.capabilities");
        }
        request.user(options.user());
        for (String name : options.capabilities()) {
            capabilities(name).forEach(request::addCapability);
        }
        for (String mount : options.bindMounts()) {
            bind(mount, request);
        }
    }

    private static List<Capability> capabilities(String text) throws EngineException {
        String upper = text.toUpperCase(Locale.ROOT);
        String name = upper.startsWith("CAP_") ? upper.substring("CAP_".length()) : upper;
        List<Capability> found = Arrays.stream(Capability.values())
                .filter(each -> name.equals("ALL") || each.name().equals(name))
                .toList();
        if (found.isEmpty()) {
            throw new EngineException("containerRunOptions.capabilities: there is no capability '" + text + "'");
        }
        return found;
    }

    /** A folder that is not there is made, as Docker does it. */
    private static void bind(String text, ContainerRequest request) throws IOException {
        List<String> parts = List.of(text.split(":", -1));
        boolean readOnly = parts.size() == 3 && parts.get(2).equals("ro");
        boolean known = parts.size() == 2
                || readOnly
                || (parts.size() == 3 && parts.get(2).equals("rw"));
        if (!known || !parts.get(0).startsWith("/")) {
            throw new EngineException(
                    "containerRunOptions.bindMounts: expected /HOST:/CONTAINER[:ro], found '" + text + "'");
        }
        try {
            Path source = Path.of(parts.get(0)).normalize();
            if (!Files.exists(source)) {
                Files.createDirectories(source);
            }
            if (readOnly) {
                request.bindReadOnly(source, parts.get(1));
            } else {
                request.bind(source, parts.get(1));
            }
        } catch (InvalidPathException e) {
            throw new EngineException("containerRunOptions.bindMounts: '" + text + "' is no path", e);
        } catch (IllegalArgumentException e) {
            throw new EngineException("containerRunOptions.bindMounts: " + e.getMessage(), e);
        }
    }
}
