package dev.varve.lint.movement;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What commands read of the copied files, by the names of those known well enough. */
final class CommandReads {
    private static final Set<String> WRAPPERS = Set.of("sudo", "env", "exec", "time", "command", "nice");
    private static final Set<String> SYSTEM = Set.of(
            "groupadd",
            "useradd",
            "usermod",
            "groupmod",
            "adduser",
            "addgroup",
            "passwd",
            "chpasswd",
            "locale-gen",
            "update-locale",
            "update-ca-certificates",
            "update-alternatives",
            "ldconfig",
            "apt-key",
            "add-apt-repository",
            "gpg",
            "curl",
            "wget",
            "echo",
            "printf",
            "set",
            "true",
            ":",
            "bash",
            "sh",
            "mkdir",
            "rm",
            "ln",
            "touch",
            "chmod",
            "chown",
            "chgrp",
            "tee",
            "cat",
            "cp",
            "mv",
            "sed",
            "tar",
            "unzip",
            "gunzip",
            "dpkg",
            "rpm",
            "export",
            "localedef",
            "a2enmod",
            "docker-php-ext-install",
            "docker-php-ext-configure",
            "docker-php-ext-enable",
            "pecl",
            "install",
            "test",
            "cd",
            "sleep",
            "sha256sum",
            "rustup");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=.*");
    private static final Pattern REDIRECTION = Pattern.compile("^[0-9]*>+&?");
    private static final Set<String> MAKES = Set.of("mkdir", "cd");
    private static final Set<String> FILES =
            Set.of("cp", "mv", "cat", "rm", "touch", "unzip", "gunzip", "dpkg", "rpm", "install", "ln", "test");
    private static final Set<String> FILES_BEHIND_FIRST = Set.of("chmod", "chown", "chgrp", "sed", "tar");
    private static final Set<String> USES_FOLDER = Set.of("curl", "wget", "tar", "sh", "bash", "mkdir", "cd", "tee");

    private final Set<Ecosystem> ecosystems = EnumSet.noneOf(Ecosystem.class);
    private final Set<String> named = new HashSet<>();
    private boolean usesFolder;

    private CommandReads() {}

    static Reads of(List<List<String>> commands) {
        CommandReads all = new CommandReads();
        for (List<String> command : commands) {
            if (!all.add(withoutWrapper(command))) {
                return new Reads.Anything();
            }
        }
        return all.ecosystems.isEmpty() && all.named.isEmpty()
                ? new Reads.Nothing(all.usesFolder)
                : new Reads.Manifests(all.ecosystems, all.named);
    }

    private static List<String> withoutWrapper(List<String> command) {
        int start = 0;
        while (start < command.size()
                && (WRAPPERS.contains(command.get(start))
                        || ASSIGNMENT.matcher(command.get(start)).matches())) {
            start++;
        }
        return command.subList(start, command.size());
    }

    /** Takes a command in; false where it may read anything. */
    private boolean add(List<String> command) {
        if (command.isEmpty()) {
            return true;
        }
        String first = command.get(0);
        String name = first.startsWith("/") ? first.substring(first.lastIndexOf('/') + 1) : first;
        Words words = new Words(command.subList(1, command.size()));
        return switch (name) {
            case "apt-get", "apt", "aptitude", "apk", "dnf", "yum", "microdnf", "tdnf", "zypper", "pacman", "gem" ->
                words.operands().stream().noneMatch(CommandReads::isPath);
            case "npm", "pnpm", "yarn", "bun", "corepack" -> node(name, words);
            case "pip", "pip3", "pipx" -> pip(words);
            case "python", "python3" ->
                words.all().size() > 1
                        && words.all().subList(0, 2).equals(List.of("-m", "pip"))
                        && pip(new Words(words.all().subList(2, words.all().size())));
            case "uv" -> uv(words);
            case "poetry" ->
                words.is("config") || (words.is("install") && words.has("--no-root") && from(Ecosystem.POETRY));
            case "pipenv" -> (words.is("install") || words.is("sync")) && from(Ecosystem.PIPENV);
            case "go" ->
                words.is("mod", "download")
                        ? from(Ecosystem.GO)
                        : words.is("env")
                                || (words.is("install")
                                        && words.operands().size() > 1
                                        && words.operands().stream().skip(1).allMatch(target -> target.contains("@")));
            case "cargo" ->
                words.is("fetch")
                        ? from(Ecosystem.CARGO)
                        : words.is("install")
                                && !words.has("--path")
                                && words.operands().size() > 1;
            case "mvn", "./mvnw" -> words.operands().stream().allMatch(CommandReads::resolves) && from(Ecosystem.MAVEN);
            case "gradle", "./gradlew" -> words.is("dependencies") && from(Ecosystem.GRADLE);
            case "bundle" -> words.is("config") || (words.is("install") && from(Ecosystem.BUNDLER));
            case "composer" ->
                words.is("install")
                        && words.has("--no-scripts")
                        && words.has("--no-autoloader")
                        && from(Ecosystem.COMPOSER);
            case "dotnet" ->
                words.is("restore")
                        ? from(Ecosystem.NUGET)
                        : words.is("tool", "install") && words.has("--global", "-g");
            case "git" -> words.operands().equals(List.of("init"));
            case ".", "source" ->
                words.all().size() == 1 && Folders.isSystem(words.all().get(0));
            case "mix" ->
                words.is("local.hex") || words.is("local.rebar") || (words.is("deps.get") && from(Ecosystem.MIX));
            default -> SYSTEM.contains(name) && onlySystemFolders(name, words);
        };
    }

    private boolean from(Ecosystem ecosystem) {
        ecosystems.add(ecosystem);
        return true;
    }

    private boolean node(String name, Words words) {
        if (words.is("config") || words.is("cache") || words.is("enable") || words.is("set", "version")) {
            return true;
        }
        if (words.has("-g", "--global") || words.is("global")) {
            return words.operands().stream().noneMatch(CommandReads::isLocal);
        }
        if (name.equals("corepack")) {
            return words.operands().size() > 1 || from(Ecosystem.NODE);
        }
        boolean installs = words.operands().isEmpty()
                ? name.equals("yarn")
                : isInstall(words.operands().get(0));
        return installs && from(Ecosystem.NODE);
    }

    private static boolean isInstall(String word) {
        return switch (word) {
            case "ci", "install", "i", "clean-install", "fetch", "add" -> true;
            default -> false;
        };
    }

    private boolean pip(Words words) {
        if (!words.is("install")) {
            return words.is("cache") || words.is("config") || words.is("uninstall");
        }
        for (int i = 1; i < words.all().size(); i++) {
            String word = words.all().get(i);
            boolean file = word.equals("-r")
                    || word.equals("--requirement")
                    || word.equals("-c")
                    || word.equals("--constraint");
            if (file && i + 1 < words.all().size()) {
                String path = words.all().get(++i);
                named.add(path.substring(path.lastIndexOf('/') + 1));
                ecosystems.add(Ecosystem.PIP);
            } else if (word.startsWith("-e") || word.startsWith("--editable") || isLocal(word)) {
                return false;
            }
        }
        return true;
    }

    private boolean uv(Words words) {
        if (words.is("pip")) {
            return pip(new Words(words.all().subList(1, words.all().size())));
        }
        return words.is("venv")
                || words.is("python")
                || (words.is("sync")
                        && words.has("--no-install-project", "--no-install-workspace")
                        && from(Ecosystem.UV));
    }

    private static boolean resolves(String goal) {
        return goal.startsWith("dependency:") || goal.startsWith("de.qaware.maven:");
    }

    /** Where a file is named, it lies where no application is copied to. */
    private boolean onlySystemFolders(String name, Words words) {
        usesFolder |= USES_FOLDER.contains(name);
        for (String word : words.all()) {
            String path = REDIRECTION.matcher(word).replaceFirst("");
            if (path.startsWith("/") && !MAKES.contains(name) && !Folders.isSystem(path)) {
                return false;
            }
            if (isLocal(path)) {
                return false;
            }
        }
        List<String> files = words.operands();
        if (name.equals("sh") || name.equals("bash")) {
            return files.isEmpty();
        }
        if (FILES_BEHIND_FIRST.contains(name)) {
            files = files.subList(Math.min(1, files.size()), files.size());
        } else if (!FILES.contains(name)) {
            return true;
        }
        return files.stream().allMatch(file -> file.startsWith("/"));
    }

    private static boolean isPath(String word) {
        return isLocal(word) || word.startsWith("/");
    }

    private static boolean isLocal(String word) {
        return word.equals(".") || word.equals("..") || word.startsWith("./") || word.startsWith("../");
    }
}
