package dev.varve.plan;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An image's name, completed as Docker does: {@code alpine} is {@code docker.io/library/alpine:latest}
 * (distribution's {@code reference} package).
 */
record ImageName(String domain, String path, String suffix) {
    private static final Pattern PATH =
            Pattern.compile("[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*|\\[[a-fA-F0-9:]+])(?::[0-9]+)?");
    private static final Pattern SUFFIX = Pattern.compile(
            "(?::[\\w][\\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?");

    static Optional<ImageName> parse(String text) {
        int slash = text.indexOf('/');
        String first = slash < 0 ? "" : text.substring(0, slash);
        boolean hasDomain =
                first.contains(".") || first.contains(":") || first.equals("localhost") || hasUpperCase(first);
        String domain = hasDomain ? first : "docker.io";
        String rest = hasDomain ? text.substring(slash + 1) : text;
        if (domain.equals("index.docker.io")) {
            domain = "docker.io";
        }
        int end = rest.indexOf('@');
        int colon = rest.indexOf(':');
        if (colon >= 0 && (end < 0 || colon < end)) {
            end = colon;
        }
        String path = end < 0 ? rest : rest.substring(0, end);
        String suffix = end < 0 ? ":latest" : rest.substring(end);
        if (domain.equals("docker.io") && !path.contains("/")) {
            path = "library/" + path;
        }
        boolean valid = DOMAIN.matcher(domain).matches()
                && PATH.matcher(path).matches()
                && SUFFIX.matcher(suffix).matches();
        return valid ? Optional.of(new ImageName(domain, path, suffix)) : Optional.empty();
    }

    private static boolean hasUpperCase(String text) {
        return text.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
    }

    /** The short form that people write: without {@code docker.io/library/}. */
    String familiar() {
        String name = toString();
        if (name.startsWith("docker.io/library/")) {
            return name.substring("docker.io/library/".length());
        }
        return name.startsWith("docker.io/") ? name.substring("docker.io/".length()) : name;
    }

    @Override
    public String toString() {
        return domain + "/" + path + suffix;
    }
}
