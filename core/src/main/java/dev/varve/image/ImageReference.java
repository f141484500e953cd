package dev.varve.image;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an image, completed as Docker does: {@code alpine} is {@code docker.io/library/alpine:latest}
 * (distribution's {@code reference} package).
 *
 * @param domain the registry's host, with its port where it has one
 * @param path the repository within it
 * @param tag empty where there is a digest and no tag beside it
 * @param digest the digest that pins the content, if it is given
 */
public record ImageReference(String domain, String path, Optional<String> tag, Optional<Digest> digest) {
    private static final String DOCKER_HUB = "docker.io";
    private static final String OFFICIAL = "library/";
    private static final String LATEST = "latest";

    private static final String WORD = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final Pattern PATH = Pattern.compile(WORD + "(?:/" + WORD + ")*");
    private static final String LABEL = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
    private static final Pattern DOMAIN =
            Pattern.compile("(?:" + LABEL + "(?:\\." + LABEL + ")*|\\[[a-fA-F0-9:]+])(?::[0-9]+)?");
    private static final Pattern SUFFIX = Pattern.compile("(?::(?<tag>\\w[\\w.-]{0,127}))?(?:@(?<digest>.+))?");
    private static final int LONGEST_PATH = 255;

    /**
     * Reads {@code [domain/]path[:tag][@digest]}.
     *
     * @throws IllegalArgumentException where the text is no image name
     */
    public static ImageReference parse(String text) {
        int slash = text.indexOf('/');
        String first = slash < 0 ? "" : text.substring(0, slash);
        boolean hasDomain = first.contains(".")
                || first.contains(":")
                || first.equals("localhost")
                || first.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
        String domain = hasDomain ? first : DOCKER_HUB;
        if (domain.equals("index.docker.io")) {
            domain = DOCKER_HUB;
        }
        String rest = hasDomain ? text.substring(slash + 1) : text;
        int end = endOfPath(rest);
        String path = rest.substring(0, end);
        if (domain.equals(DOCKER_HUB) && !path.contains("/")) {
            path = OFFICIAL + path;
        }
        Matcher suffix = SUFFIX.matcher(rest.substring(end));
        if (!DOMAIN.matcher(domain).matches()
                || !PATH.matcher(path).matches()
                || domain.length() + 1 + path.length() > LONGEST_PATH
                || !suffix.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is not an image name; expected [registry/]path[:tag][@digest] with the path in lower case");
        }
        Optional<Digest> digest = Optional.ofNullable(suffix.group("digest")).map(Digest::parse);
        Optional<String> tag = Optional.ofNullable(suffix.group("tag"))
                .or(() -> digest.isPresent() ? Optional.empty() : Optional.of(LATEST));
        return new ImageReference(domain, path, tag, digest);
    }

    private static int endOfPath(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ':' || text.charAt(i) == '@') {
                return i;
            }
        }
        return text.length();
    }

    /** The short form that people write: without {@code docker.io/library/}. */
    public String familiar() {
        return shortened(toString());
    }

    /** The repository alone, in the short form. */
    public String familiarRepository() {
        return shortened(domain + "/" + path);
    }

    private static String shortened(String name) {
        if (name.startsWith(DOCKER_HUB + "/" + OFFICIAL)) {
            return name.substring(DOCKER_HUB.length() + 1 + OFFICIAL.length());
        }
        return name.startsWith(DOCKER_HUB + "/") ? name.substring(DOCKER_HUB.length() + 1) : name;
    }

    // A record's own are put together when first used, which takes longer than most commands' work.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImageReference reference
                && path.equals(reference.path)
                && domain.equals(reference.domain)
                && tag.equals(reference.tag)
                && digest.equals(reference.digest);
    }

    @Override
    public int hashCode() {
        return Objects.hash(domain, path, tag, digest);
    }

    /** The complete name. */
    @Override
    public String toString() {
        return domain + "/" + path + tag.map(name -> ":" + name).orElse("")
                + digest.map(pinned -> "@" + pinned).orElse("");
    }
}
