package dev.varve.plan;

import java.util.Locale;

/**
 * An operating system and a processor, as {@code os/architecture[/variant]}, normalised as containerd's
 * {@code platforms} package does ({@code x86_64} is {@code amd64}, {@code arm64/v8} is {@code arm64}).
 */
public record Platform(String os, String architecture, String variant) {

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
            case 1 ->
                isOs(parts[0]) ? new Platform(parts[0], host().architecture, "") : normalise("linux", parts[0], "");
            case 2 -> normalise(parts[0], parts[1], "");
            case 3 -> normalise(parts[0], parts[1], parts[2]);
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' has more than three parts; expected os/architecture[/variant]");
        };
    }

    private static boolean isOs(String text) {
        return switch (text) {
            case "linux", "windows", "darwin", "freebsd" -> true;
            default -> false;
        };
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
