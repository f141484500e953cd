package dev.varve.junit.assertions;

import dev.varve.image.ContainerConfig;
import dev.varve.image.HealthCheckConfig;
import dev.varve.image.Platform;
import dev.varve.junit.Image;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Assertions about an image's configuration.
 *
 * @param <S> the assertion itself
 */
public abstract class ImageConfigAssert<S extends ImageConfigAssert<S>> extends VarveAssert<S, Image> {
    ImageConfigAssert(Image actual, Class<?> type) {
        super(actual, type);
    }

    private ContainerConfig config() {
        return actual.config().config();
    }

    private S equal(String what, Object expected, Object found) {
        return require(
                expected.equals(found),
                () -> Mismatch.of(
                        what + " " + shown(expected), shown(found).isEmpty() ? "none" : what + " " + shown(found)));
    }

    private static String shown(Object value) {
        return value instanceof List<?> words
                ? words.isEmpty()
                        ? ""
                        : "[\""
                                + String.join(
                                        "\", \"",
                                        words.stream().map(String::valueOf).toList()) + "\"]"
                : value.toString();
    }

    private S contains(String what, String instruction, String wanted, Collection<String> found) {
        return require(
                found.contains(wanted),
                () -> new Mismatch(
                        what + " " + wanted,
                        found.isEmpty() ? "none" : String.join(", ", found),
                        "say it in the Dockerfile: " + instruction + " " + wanted));
    }

    /** Has this variable with this value. */
    public S hasEnv(String name, String value) {
        Map<String, String> found = config().environment();
        return require(
                value.equals(found.get(name)),
                () -> new Mismatch(
                        "ENV " + name + "=" + value,
                        found.containsKey(name) ? "ENV " + name + "=" + found.get(name) : without(name, found),
                        "say it in the Dockerfile: ENV " + name + "=" + value));
    }

    private static String without(String name, Map<String, String> found) {
        return "no variable " + name + "; there are " + (found.isEmpty() ? "none" : String.join(", ", found.keySet()));
    }

    /** Has this variable with whatever value. */
    public S hasEnv(String name) {
        Map<String, String> found = config().environment();
        return require(found.containsKey(name), () -> Mismatch.of("a variable " + name, without(name, found)));
    }

    /** Has not this variable. */
    public S doesNotHaveEnv(String name) {
        Map<String, String> found = config().environment();
        return require(
                !found.containsKey(name),
                () -> Mismatch.of("no variable " + name, "ENV " + name + "=" + found.get(name)));
    }

    /** Has these variables and no others, each {@code NAME=value}, in whatever order. */
    public S hasExactlyEnv(String... assignments) {
        return equal("variables", new TreeSet<>(Arrays.asList(assignments)), new TreeSet<>(config().env()));
    }

    public S hasWorkingDir(String path) {
        return equal("WORKDIR", path, config().workingDir());
    }

    public S hasCmd(String... words) {
        return equal("CMD", List.of(words), config().cmd());
    }

    public S hasEntrypoint(String... words) {
        return equal("ENTRYPOINT", List.of(words), config().entrypoint());
    }

    public S hasNoEntrypoint() {
        return equal("ENTRYPOINT", List.of(), config().entrypoint());
    }

    /** The shell of {@code RUN} and of other shell forms, as {@code SHELL} has set it. */
    public S hasShell(String... words) {
        return equal("SHELL", List.of(words), config().shell());
    }

    /** As it is written; {@link ImageAssert#runsAsNonRoot} asks whom that means. */
    public S hasUser(String userAndGroup) {
        return equal("USER", userAndGroup, config().user());
    }

    public S hasStopSignal(String signal) {
        return equal("STOPSIGNAL", signal, config().stopSignal());
    }

    /** @param portAndProtocol such as {@code 80/tcp} */
    public S exposes(String portAndProtocol) {
        return contains("EXPOSE", "EXPOSE", portAndProtocol, config().exposedPorts());
    }

    /** Exposes this TCP port. */
    public S exposes(int port) {
        return exposes(port + "/tcp");
    }

    /** Exposes these ports and no others, each such as {@code 80/tcp}. */
    public S exposesExactly(String... portsAndProtocols) {
        return equal("EXPOSE", new TreeSet<>(List.of(portsAndProtocols)), config().exposedPorts());
    }

    public S hasVolume(String path) {
        return contains("VOLUME", "VOLUME", path, config().volumes());
    }

    public S hasNoVolumes() {
        return equal("VOLUME", new TreeSet<String>(), config().volumes());
    }

    public S hasLabel(String name, String value) {
        String found = config().labels().get(name);
        return require(
                value.equals(found),
                () -> new Mismatch(
                        "LABEL " + name + "=" + value,
                        found != null ? "LABEL " + name + "=" + found : "no label " + name + "; there are " + names(),
                        "say it in the Dockerfile: LABEL " + name + "=\"" + value + "\""));
    }

    /** Has this label with whatever value. */
    public S hasLabel(String name) {
        return require(
                config().labels().containsKey(name),
                () -> Mismatch.of("a label " + name, "no label " + name + "; there are " + names()));
    }

    private String names() {
        return config().labels().isEmpty()
                ? "none"
                : String.join(", ", config().labels().keySet());
    }

    /** @param instruction what {@code ONBUILD} leaves for those who build on it, such as {@code COPY . .} */
    public S hasOnBuild(String instruction) {
        return contains("ONBUILD", "ONBUILD", instruction, config().onBuild());
    }

    /** @param test {@code CMD} and a command, or {@code CMD-SHELL} and a line for the shell */
    public S hasHealthcheck(String... test) {
        return equal(
                "HEALTHCHECK",
                List.of(test),
                config().healthcheck().map(HealthCheckConfig::test).orElse(List.of()));
    }

    /** Has a health check, whatever it is. */
    public S hasHealthcheck() {
        Optional<HealthCheckConfig> found = config().healthcheck();
        return require(
                found.isPresent() && !found.get().test().equals(List.of("NONE")),
                () -> new Mismatch(
                        "a HEALTHCHECK",
                        "none",
                        "say it in the Dockerfile: HEALTHCHECK CMD [\"program\", \"argument\"]"));
    }

    /** Has no health check, or one that is switched off. */
    public S hasNoHealthcheck() {
        List<String> found = config().healthcheck().map(HealthCheckConfig::test).orElse(List.of());
        return require(
                found.isEmpty() || found.equals(List.of("NONE")),
                () -> Mismatch.of("no HEALTHCHECK", "HEALTHCHECK " + shown(found)));
    }

    public S hasAuthor(String name) {
        return equal("author", name, actual.config().author());
    }

    /** Says that it was made then; builds with {@code SOURCE_DATE_EPOCH} say that time. */
    public S wasCreated(Instant time) {
        return equal(
                "created",
                time,
                actual.config().created().map(Object.class::cast).orElse(""));
    }

    /** @param platform such as {@code linux/amd64} */
    public S hasPlatform(String platform) {
        return equal("platform", Platform.parse(platform), actual.config().platform());
    }
}
