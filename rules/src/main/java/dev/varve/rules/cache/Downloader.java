package dev.varve.rules.cache;

import dev.varve.lint.shell.Command;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A tool that downloads what a project depends on when it builds the project, unless that was done before. */
@SuppressWarnings("ImmutableEnumChecker") // the lists of List.of
enum Downloader {
    GO("go", "build|install|test|run|vet|generate", "mod|get|list|build|install|test|run", "go\\.mod", "pkg/mod"),
    CARGO(
            "cargo",
            "build|test|run|rustc|install|check|clippy|leptos",
            "build|test|run|rustc|fetch|vendor|chef|check",
            "Cargo\\.toml",
            "cargo"),
    MAVEN("mvn|mvnw", "package|install|verify|compile|test|deploy", ".*", "pom\\.xml", "\\.m2"),
    GRADLE(
            "gradle|gradlew",
            ":?([\\w-]+:)*(build|assemble|bootJar|shadowJar|installDist|jar|war|test|check|stage)",
            ".*",
            "build\\.gradle(\\.kts)?",
            "gradle"),
    DOTNET("dotnet", "build|publish|test|pack", "restore|build|publish|test|pack|run", ".*\\.(cs|fs|vb)proj", "nuget");

    private static final List<String> OFFLINE =
            List.of("--offline", "-o", "--frozen-offline", "--no-restore", "-mod=vendor", "-mod", "--no-build");

    private final List<String> names;
    private final String builds;
    private final String downloads;
    private final String manifest;
    private final String cache;

    /** Most files use none of them, so that all but the names are compiled when they are asked for. */
    Downloader(String names, String builds, String downloads, String manifest, String cache) {
        this.names = List.of(names.split("\\|"));
        this.builds = builds;
        this.downloads = downloads;
        this.manifest = manifest;
        this.cache = cache;
    }

    /** The tool that a command is. */
    static Optional<Downloader> of(Command command) {
        return List.of(values()).stream()
                .filter(tool -> tool.names.contains(command.name()))
                .findFirst();
    }

    /** Whether the command builds the project, and downloads what is missing. */
    boolean builds(Command command) {
        List<String> texts = command.texts();
        boolean offline = this == GO
                ? texts.contains("-mod=vendor") || texts.stream().anyMatch(text -> text.contains("@"))
                : texts.stream().anyMatch(text -> OFFLINE.contains(text) && !(this == DOTNET && text.equals("-o")));
        boolean own = this != CARGO || !texts.contains("install") || command.hasFlag("path");
        return names.contains(command.name())
                && !offline
                && own
                && tasks(command).anyMatch(text -> text.matches(builds));
    }

    /** Whether the command may have downloaded it. */
    boolean mayDownload(Command command) {
        return names.contains(command.name())
                && (downloads.equals(".*") || tasks(command).anyMatch(text -> text.matches(downloads)));
    }

    /** Only the first word is a task, except with Maven and Gradle. */
    private Stream<String> tasks(Command command) {
        Stream<String> operands =
                command.texts().stream().filter(text -> !text.startsWith("-") && !text.startsWith("+"));
        return this == MAVEN || this == GRADLE ? operands : operands.limit(1);
    }

    /** Whether a path is that of a manifest at the top of the project. */
    Predicate<String> isManifest() {
        Pattern name = Pattern.compile(manifest);
        return path -> name.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
    }

    /** Whether what is downloaded is kept there. */
    boolean isCache(String folder) {
        return Pattern.compile(cache).matcher(folder).find();
    }

    /** What to do about it. */
    String advice() {
        return switch (this) {
            case GO -> "copy go.mod and go.sum first, with RUN go mod download behind them";
            case MAVEN ->
                "copy pom.xml first, with RUN mvn dependency:go-offline behind it, or keep what it downloads with"
                        + " --mount=type=cache,target=/root/.m2";
            case CARGO -> "keep what it downloads with --mount=type=cache on the registry folder of Cargo's home";
            case GRADLE -> "keep what it downloads with --mount=type=cache on Gradle's home folder";
            case DOTNET -> "copy the project files first, with RUN dotnet restore behind them";
        };
    }

    /** The mount that keeps what it downloads, where root builds. */
    Optional<String> mount(String base) {
        return switch (this) {
            case CARGO -> base.matches("(.*/)?rust(:.*)?") ? mounted("/usr/local/cargo/registry") : Optional.empty();
            case MAVEN -> mounted("/root/.m2");
            case GRADLE -> mounted(base.matches("(.*/)?gradle(:.*)?") ? "/home/gradle/.gradle" : "/root/.gradle");
            default -> Optional.empty();
        };
    }

    private static Optional<String> mounted(String folder) {
        return Optional.of("--mount=type=cache,target=" + folder + " ");
    }
}
