package dev.varve.lint.layers;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a file of a build context is, told by its path; files of one kind change about equally often. */
@SuppressWarnings("ImmutableEnumChecker") // the collections are those of Set.of
public enum FileKind {
    /** Code, markup, styles, templates, queries. */
    SOURCE(0.6),
    /** Folders, and files without an extension. */
    UNKNOWN(0.3),
    /** Text for people. */
    DOCUMENT(0.15),
    /** Settings and scripts around the code, and what is not known. */
    CONFIGURATION(0.1),
    /** What names the dependencies. */
    MANIFEST(0.08),
    /** The dependencies' exact versions. */
    LOCK(0.07),
    /** Images, fonts and other binary files. */
    ASSET(0.03),
    /** Code of others that is kept with the project. */
    VENDORED(0.02);

    private static final Set<String> VENDOR_FOLDERS = Set.of("vendor", "node_modules", "third_party", "thirdparty");
    private static final Set<String> LOCKS = Set.of(
            "package-lock.json",
            "npm-shrinkwrap.json",
            "yarn.lock",
            "pnpm-lock.yaml",
            "bun.lock",
            "bun.lockb",
            "go.sum",
            "go.work.sum",
            "cargo.lock",
            "gemfile.lock",
            "composer.lock",
            "poetry.lock",
            "uv.lock",
            "pipfile.lock",
            "mix.lock",
            "packages.lock.json",
            "gradle.lockfile");
    private static final Set<String> MANIFESTS = Set.of(
            "package.json",
            "pnpm-workspace.yaml",
            "go.mod",
            "go.work",
            "cargo.toml",
            "gemfile",
            "composer.json",
            "pyproject.toml",
            "setup.py",
            "setup.cfg",
            "pipfile",
            "pom.xml",
            "build.gradle",
            "build.gradle.kts",
            "settings.gradle",
            "settings.gradle.kts",
            "mix.exs",
            "nuget.config");
    private static final Set<String> SOURCES = Set.of(
            ("js jsx ts tsx mjs cjs mts cts vue svelte astro py pyx rb erb haml slim go rs java kt kts scala groovy clj cs fs vb"
                            + " c cc cpp cxx h hh hpp m mm swift php twig ex exs eex heex erl hs ml lua pl pm r jl dart zig html htm"
                            + " css scss sass less sql graphql gql proto tmpl tpl gohtml razor cshtml")
                    .split(" "));
    private static final Set<String> ASSETS = Set.of(
            ("png jpg jpeg gif webp avif ico svg bmp tif tiff ttf otf woff woff2 eot mp3 mp4 webm ogg wav pdf zip tar gz tgz bz2 xz"
                            + " zst 7z jar war so dll exe bin dat db sqlite onnx pt safetensors model gguf parquet deb rpm apk whl"
                            + " dsk iso")
                    .split(" "));
    private static final Set<String> SETTING_NAMES = Set.of(
            "dockerfile",
            "containerfile",
            "makefile",
            "procfile",
            "jenkinsfile",
            "vagrantfile",
            "license",
            "licenses",
            "bashrc",
            "zshrc",
            "vimrc",
            "notice",
            "authors",
            "codeowners");
    private static final Set<String> DOCUMENTS = Set.of("md", "markdown", "rst", "adoc");

    /** How names without an extension end that settings and scripts around the code have. */
    private static final List<String> SETTING_ENDS = List.of("file", "conf", "config", "hosts");

    private final double heat;

    FileKind(double heat) {
        this.heat = heat;
    }

    /** In which part of a project's commits such a file, or one of such files, changes: 0 never, 1 always. */
    public double heat() {
        return heat;
    }

    /**
     * The kind of a file, or of a folder whose files are not known.
     *
     * @param path names joined by '/'
     */
    public static FileKind of(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String[] names = lower.split("/");
        for (String name : names) {
            if (VENDOR_FOLDERS.contains(name)) {
                return VENDORED;
            }
        }
        String name = names.length == 0 ? "" : names[names.length - 1];
        int dot = name.lastIndexOf('.');
        String extension = name.substring(dot + 1);
        if (LOCKS.contains(name)) {
            return LOCK;
        } else if (MANIFESTS.contains(name) || name.startsWith("requirements") || extension.endsWith("proj")) {
            return MANIFEST;
        } else if (DOCUMENTS.contains(extension)) {
            return DOCUMENT;
        } else if (dot >= 0 && isSetting(name, extension)) {
            return CONFIGURATION;
        } else if (dot >= 0 && SOURCES.contains(extension)) {
            return SOURCE;
        } else if (dot >= 0 && ASSETS.contains(extension)) {
            return ASSET;
        }
        boolean setting = dot >= 0
                || SETTING_NAMES.contains(name)
                || lower.startsWith("etc/")
                || lower.contains("/etc/")
                || SETTING_ENDS.stream().anyMatch(name::endsWith);
        return setting ? CONFIGURATION : UNKNOWN;
    }

    /** Such as {@code vite.config.ts} and {@code .eslintrc.cjs}. */
    private static boolean isSetting(String name, String extension) {
        boolean script = switch (extension) {
            case "js", "cjs", "mjs", "ts", "cts", "mts" -> true;
            default -> false;
        };
        if (!script) {
            return false;
        }
        String stem = name.substring(0, name.length() - extension.length() - 1);
        return stem.endsWith(".config") || (stem.startsWith(".") && stem.endsWith("rc") && extension.endsWith("js"));
    }
}
