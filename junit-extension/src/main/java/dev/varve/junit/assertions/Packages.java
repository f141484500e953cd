package dev.varve.junit.assertions;

import dev.varve.junit.Image;
import dev.varve.junit.rpm.RpmDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The packages of an image by name and version: those of dpkg ({@code /var/lib/dpkg/status}, and {@code status.d} of images
 * without a package manager), of apk ({@code /lib/apk/db/installed}) and of rpm.
 */
final class Packages {
    private static final List<String> APK = List.of("/lib/apk/db/installed", "/usr/lib/apk/db/installed");
    private static final String DPKG = "/var/lib/dpkg/status";

    private final Map<String, List<String>> versions = new TreeMap<>();
    private String database = "";
    private String unreadable = "";

    private Packages() {}

    static Packages of(Image image) {
        Packages packages = new Packages();
        try {
            packages.readDpkg(image.path(DPKG));
            Path folder = image.path(DPKG + ".d");
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                    for (Path file : files) {
                        packages.readDpkg(file);
                    }
                }
            }
            for (String installed : APK) {
                packages.read(image.path(installed), "P:", "V:", "apk");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        packages.readRpm(image.path("/"));
        return packages;
    }

    private void readRpm(Path root) {
        try {
            RpmDatabase.read(root).ifPresent(packages -> {
                database = "rpm";
                versions.putAll(packages);
            });
        } catch (IOException e) {
            unreadable = String.valueOf(e.getMessage());
        }
    }

    private void readDpkg(Path file) throws IOException {
        read(file, "Package: ", "Version: ", "dpkg");
    }

    private void read(Path file, String nameKey, String versionKey, String kind) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        database = kind;
        String name = "";
        String version = "";
        boolean installed = true;
        for (String line : (new String(Files.readAllBytes(file), StandardCharsets.UTF_8) + "\n\n").split("\n", -1)) {
            if (line.isBlank()) {
                if (!name.isEmpty() && installed) {
                    versions.put(name, List.of(version));
                }
                name = "";
                version = "";
                installed = true;
            } else if (line.startsWith(nameKey)) {
                name = line.substring(nameKey.length()).strip();
            } else if (line.startsWith(versionKey)) {
                version = line.substring(versionKey.length()).strip();
            } else if (line.startsWith("Status: ")) {
                installed = line.endsWith(" installed");
            }
        }
    }

    Optional<String> version(String name) {
        return Optional.ofNullable(versions.get(name)).map(list -> String.join(", ", list));
    }

    boolean has(String name, String version) {
        return versions.getOrDefault(name, List.of()).contains(version);
    }

    boolean isUnreadable() {
        return !unreadable.isEmpty();
    }

    Mismatch missing(String name, String version) {
        String expected = "package " + name + (version.isEmpty() ? "" : " " + version);
        if (isUnreadable()) {
            return unread(expected);
        }
        if (database.isEmpty()) {
            return Mismatch.of(expected, "no database of packages: neither dpkg's nor apk's nor rpm's");
        }
        return version(name).isPresent()
                ? Mismatch.of(expected, name + " " + version(name).get())
                : Mismatch.of(expected, "none of the " + versions.size() + " packages of " + database);
    }

    Mismatch unwanted(String name) {
        return isUnreadable()
                ? unread("no package " + name)
                : new Mismatch(
                        "no package " + name,
                        name + " " + version(name).orElse(""),
                        "do not install it in the last stage; with apt-get say --no-install-recommends");
    }

    private Mismatch unread(String expected) {
        return new Mismatch(
                expected,
                "a database of packages that cannot be read: " + unreadable,
                "ask in a container: container.exec(\"rpm\", \"-q\", …)");
    }
}
