package dev.varve.rules.base;

/** The registry of an image's name. */
final class Registry {
    private Registry() {}

    /** The host in front of the name; {@code docker.io} where there is none. */
    static String of(String image) {
        int slash = image.indexOf('/');
        String first = slash < 0 ? "" : image.substring(0, slash);
        boolean host = first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost");
        return host ? first : "docker.io";
    }

    /** Whether a registry is the one that is trusted, where {@code *} at either end of the latter stands for anything. */
    static boolean matches(String trusted, String registry) {
        if (trusted.startsWith("*")) {
            return registry.endsWith(trusted.substring(1));
        }
        if (trusted.endsWith("*")) {
            return registry.startsWith(trusted.substring(0, trusted.length() - 1));
        }
        return trusted.equals(registry) || (registry.equals("docker.io") && trusted.equals("hub.docker.com"));
    }
}
