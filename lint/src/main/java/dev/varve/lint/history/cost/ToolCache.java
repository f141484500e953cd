package dev.varve.lint.history.cost;

import dev.varve.lint.shell.Command;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The folders in which a tool keeps what it can use again, where root runs it in the usual images.
 *
 * @param tool what it is called
 * @param folders absolute, or seen from the working directory
 * @param ownVariables the variables with which it is told to keep it elsewhere, or not at all
 */
public record ToolCache(String tool, List<String> folders, Pattern ownVariables) {
    private static final Set<String> INSTALLS = Set.of("ci", "install", "i", "clean-install", "add", "fetch");
    private static final Set<String> GO_COMPILES = Set.of("build", "install", "test", "run", "vet");
    private static final Pattern GO_IMAGE = Pattern.compile("(.*/)?golang(:.*)?");
    private static final Pattern RUST_IMAGE = Pattern.compile("(.*/)?(rust|cargo-chef)(:.*)?");

    /**
     * What is known of where a command runs.
     *
     * @param image the name of the image that its stage begins with
     * @param modernYarn whether Yarn is of version 4 or newer and keeps its cache in the user's home; empty where it keeps it in
     *     the project
     */
    public record Place(String image, Optional<Boolean> modernYarn) {}

    /** That of a command; empty where it keeps nothing, or one does not know where. */
    public static Optional<ToolCache> of(Command command, Place place) {
        String first = command.texts().stream()
                .filter(text -> !text.startsWith("-"))
                .findFirst()
                .orElse("");
        return switch (command.name()) {
            case "npm" -> INSTALLS.contains(first) ? of("npm", "/root/.npm", "(?i)npm_config_(cache|prefix)") : none();
            case "yarn" ->
                first.isEmpty() || INSTALLS.contains(first) || first.equals("workspaces") ? yarn(place) : none();
            case "pip", "pip3" ->
                Set.of("install", "wheel", "download").contains(first)
                        ? of("pip", "/root/.cache/pip", "PIP_(CACHE_DIR|NO_CACHE.*)|XDG_CACHE_HOME")
                        : none();
            case "uv" ->
                first.equals("sync") || command.texts().contains("install")
                        ? of("uv", "/root/.cache/uv", "UV_(CACHE_DIR|NO_CACHE)|XDG_CACHE_HOME")
                        : none();
            case "go" -> go(command, first, place);
            case "cargo" -> cargo(command, first, place);
            case "mvn" -> of("mvn", "/root/.m2", "MAVEN_(OPTS|CONFIG|ARGS)");
            default -> none();
        };
    }

    private static Optional<ToolCache> none() {
        return Optional.empty();
    }

    private static Optional<ToolCache> of(String tool, String folder, String variables) {
        return Optional.of(new ToolCache(tool, List.of(folder), Pattern.compile("HOME|" + variables)));
    }

    private static Optional<ToolCache> yarn(Place place) {
        String variables = "YARN_(CACHE_FOLDER|GLOBAL_FOLDER|ENABLE_GLOBAL_CACHE)";
        return place.modernYarn()
                .flatMap(modern ->
                        of("yarn", modern ? "/root/.yarn/berry/cache" : "/usr/local/share/.cache/yarn", variables));
    }

    private static Optional<ToolCache> go(Command command, String first, Place place) {
        if (!GO_IMAGE.matcher(place.image).matches()) {
            return none();
        }
        boolean compiles = GO_COMPILES.contains(first);
        boolean keeps = compiles && !command.texts().contains("-a");
        return compiles || (first.equals("mod") && command.texts().contains("download"))
                ? Optional.of(new ToolCache(
                        "go",
                        keeps ? List.of("/go/pkg/mod", "/root/.cache/go-build") : List.of("/go/pkg/mod"),
                        Pattern.compile("HOME|XDG_CACHE_HOME|GOPATH|GOMODCACHE|GOCACHE")))
                : none();
    }

    private static Optional<ToolCache> cargo(Command command, String first, Place place) {
        boolean cooks = first.equals("chef") && command.texts().contains("cook");
        if (!RUST_IMAGE.matcher(place.image).matches()
                || !(cooks || Set.of("build", "fetch").contains(first))) {
            return none();
        }
        List<String> folders = first.equals("fetch")
                ? List.of("/usr/local/cargo/registry")
                : List.of("/usr/local/cargo/registry", "target");
        return Optional.of(new ToolCache(
                "cargo", folders, Pattern.compile("HOME|CARGO_(HOME|TARGET_DIR|BUILD_TARGET_DIR|BUILD_BUILD_DIR)")));
    }
}
