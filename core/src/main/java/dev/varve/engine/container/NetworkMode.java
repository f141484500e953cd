package dev.varve.engine.container;

import java.util.Locale;

/** What a container sees of the network. */
public enum NetworkMode {
    /** The host's, with a host name of its own. */
    DEFAULT,
    /** The host's, with its host name. */
    HOST,
    /** Nothing but a loopback interface. */
    NONE;

    /** @throws IllegalArgumentException where there is no such network here; the message says what there is */
    public static NetworkMode parse(String text) {
        return switch (text) {
            case "default" -> DEFAULT;
            case "host" -> HOST;
            case "none" -> NONE;
            default ->
                throw new IllegalArgumentException(
                        "there is no network '" + text + "'; 'host' is the machine's own, and"
                                + " what is used where none is named, 'none' is no network at all");
        };
    }

    public String inWords() {
        return name().toLowerCase(Locale.ROOT);
    }
}
