package dev.varve.plan;

import dev.varve.image.Platform;
import java.util.LinkedHashMap;
import java.util.Map;

/** The arguments that every Dockerfile has in its global scope (BuildKit {@code dockerfile2llb/platform.go}). */
final class PredefinedArguments {
    private PredefinedArguments() {}

    static Map<String, String> of(BuildOptions options, String target) {
        Platform build = options.buildPlatform();
        Platform wanted = options.platform();
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("BUILDPLATFORM", build.toString());
        arguments.put("BUILDOS", build.os());
        arguments.put("BUILDOSVERSION", "");
        arguments.put("BUILDARCH", build.architecture());
        arguments.put("BUILDVARIANT", build.variant());
        arguments.put("TARGETPLATFORM", wanted.toString());
        arguments.put("TARGETOS", wanted.os());
        arguments.put("TARGETOSVERSION", "");
        arguments.put("TARGETARCH", wanted.architecture());
        arguments.put("TARGETVARIANT", wanted.variant());
        arguments.put("TARGETSTAGE", target.isEmpty() ? "default" : target);
        arguments.replaceAll((name, value) -> options.buildArgs().getOrDefault(name, value));
        return arguments;
    }
}
