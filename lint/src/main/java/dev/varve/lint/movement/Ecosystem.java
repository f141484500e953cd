package dev.varve.lint.movement;

import java.util.List;
import java.util.Set;

/** A package manager's world: the files from which it knows what to install. */
@SuppressWarnings("ImmutableEnumChecker") // the collections are those of Set.of and List.of
public enum Ecosystem {
    NODE(
            Set.of(
                    "package.json",
                    "package-lock.json",
                    "npm-shrinkwrap.json",
                    ".npmrc",
                    "yarn.lock",
                    ".yarnrc",
                    ".yarnrc.yml",
                    "pnpm-lock.yaml",
                    "pnpm-workspace.yaml",
                    ".pnpmfile.cjs",
                    "bun.lock",
                    "bun.lockb",
                    "bunfig.toml"),
            List.of(),
            Set.of("patches", ".yarn")),
    PIP(
            Set.of("setup.py", "setup.cfg", "pyproject.toml", "pip.conf"),
            List.of("requirements*", "constraints*"),
            Set.of("requirements")),
    UV(Set.of("pyproject.toml", "uv.lock", "uv.toml", ".python-version"), List.of(), Set.of()),
    POETRY(Set.of("pyproject.toml", "poetry.lock", "poetry.toml"), List.of(), Set.of()),
    PIPENV(Set.of("Pipfile", "Pipfile.lock"), List.of(), Set.of()),
    GO(Set.of("go.mod", "go.sum", "go.work", "go.work.sum"), List.of(), Set.of()),
    CARGO(Set.of("Cargo.toml", "Cargo.lock", "rust-toolchain", "rust-toolchain.toml"), List.of(), Set.of(".cargo")),
    MAVEN(Set.of("pom.xml", "mvnw", "lombok.config"), List.of(), Set.of(".mvn")),
    GRADLE(
            Set.of("gradlew", "gradle.properties", "libs.versions.toml", "gradle.lockfile"),
            List.of("*.gradle", "*.gradle.kts"),
            Set.of("gradle", "buildSrc")),
    BUNDLER(
            Set.of("Gemfile", "Gemfile.lock", ".ruby-version", ".tool-versions"),
            List.of("*.gemspec"),
            Set.of(".bundle")),
    COMPOSER(Set.of("composer.json", "composer.lock", "auth.json", "symfony.lock"), List.of(), Set.of()),
    NUGET(
            Set.of("nuget.config", "NuGet.Config", "global.json", "packages.lock.json"),
            List.of("*.csproj", "*.fsproj", "*.vbproj", "*.sln", "*.slnx", "*.props", "*.targets"),
            Set.of()),
    MIX(Set.of("mix.exs", "mix.lock"), List.of(), Set.of("config"));

    private final Set<String> names;
    private final List<String> patterns;
    private final Set<String> folders;

    Ecosystem(Set<String> names, List<String> patterns, Set<String> folders) {
        this.names = names;
        this.patterns = patterns;
        this.folders = folders;
    }

    /**
     * Whether an install may read a file. A manifest counts in whatever folder it is, for a workspace has many.
     *
     * @param path names joined by '/'
     */
    public boolean reads(String path) {
        String[] parts = path.split("/");
        for (int i = 0; i < parts.length - 1; i++) {
            if (folders.contains(parts[i])) {
                return true;
            }
        }
        String name = parts[parts.length - 1];
        return names.contains(name) || patterns.stream().anyMatch(pattern -> matches(pattern, name));
    }

    /** Whether a path is that of a manifest or lock file, by a name that no folder has. */
    static boolean isManifest(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.matches("\\w[\\w-]*(\\.[\\w-]+)+")
                && List.of(values()).stream().anyMatch(ecosystem -> ecosystem.reads(name));
    }

    /** A pattern has one star, at one of its ends. */
    private static boolean matches(String pattern, String name) {
        return pattern.startsWith("*")
                ? name.endsWith(pattern.substring(1))
                : name.startsWith(pattern.substring(0, pattern.length() - 1));
    }
}
