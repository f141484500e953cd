package dev.varve.image;

import dev.varve.json.JsonObject;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operating system and a processor, as {@code os/architecture[/variant]}, normalised as containerd's
 * {@code platforms} package does ({@code x86_64} is {@code amd64}, {@code arm64/v8} is {@code arm64}).
 */
public record Platform(String os, String architecture, String variant) {
    private static final Set<String> SYSTEMS = Set.of(
            "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos"
                    .split(" "));

    private static final Set<String> ARCHITECTURES =
            Set.of(("386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64"
                            + " mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm")
                    .split(" "));

    /** The platform of this machine; Linux where this machine has no containers of its own kind. */
    public static Platform host() {
        String os =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows") ? "windows" : "linux";
        return normalise(os, System.getProperty("os.arch", "amd64"), "");
    }

    /**
     * Reads {@code os/architecture[/variant]}, or one of the two alone.
     *
     * @throws IllegalArgumentException where the text is neither
     */
    public static Platform parse(String text) {
        String[] parts = text.trim().toLowerCase(Locale.ROOT).split("/", -1);
        for (String part : parts) {
            if (!part.matches("[a-z0-9_.()-]+")) {
                throw new IllegalArgumentException(
                        "'" + text + "' is not a platform; expected os/architecture[/variant], such as linux/arm64");
            }
        }
        return switch (parts.length) {
            case 1 -> alone(parts[0]);
            case 2 -> normalise(parts[0], parts[1], "");
            case 3 -> normalise(parts[0], parts[1], parts[2]);
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' has more than three parts; expected os/architecture[/variant]");
        };
    }

    /** A single word is an operating system or a processor that is known as such. */
    private static Platform alone(String word) {
        if (SYSTEMS.contains(word)) {
            return new Platform(word, host().architecture, "");
        }
        Platform platform = normalise("linux", word, "");
        if (!ARCHITECTURES.contains(platform.architecture)) {
            throw new IllegalArgumentException("'" + word
                    + "' is neither an operating system nor a processor; expected os/architecture[/variant]");
        }
        return platform;
    }

    /** The platform of these three, which may be written in other ways; {@code variant} may be empty. */
    public static Platform of(String os, String architecture, String variant) {
        return normalise(os, architecture, variant);
    }

    /** Whether an image for this platform can be used where {@code wanted} is asked for: the same, or a lower variant. */
    public boolean runsOn(Platform wanted) {
        return os.equals(wanted.os)
                && architecture.equals(wanted.architecture)
                && (variant.isEmpty() || variant.compareTo(wanted.variant) <= 0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Platform platform
                && os.equals(platform.os)
                && architecture.equals(platform.architecture)
                && variant.equals(platform.variant);
    }

    @Override
    public int hashCode() {
        return Objects.hash(os, architecture, variant);
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("architecture", architecture)
                .with("os", os)
                .withUnlessEmpty("variant", variant);
    }

    private static Platform normalise(String os, String architecture, String variant) {
        String system = os.equals("macos") ? "darwin" : os;
        return switch (architecture) {
            case "x86_64", "x86-64", "amd64" -> new Platform(system, "amd64", variant.equals("v1") ? "" : variant);
            case "i386" -> new Platform(system, "386", "");
            case "aarch64", "arm64" ->
                new Platform(system, "arm64", variant.equals("8") || variant.equals("v8") ? "" : variant);
            case "armhf" -> new Platform(system, "arm", "v7");
            case "armel" -> new Platform(system, "arm", "v6");
            case "arm" -> new Platform(system, "arm", armVariant(variant));
            default -> new Platform(system, architecture, variant);
        };
    }

    private static String armVariant(String variant) {
        if (variant.isEmpty()) {
            return "v7";
        }
        return variant.startsWith("v") ? variant : "v" + variant;
    }

    @Override
    public String toString() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
