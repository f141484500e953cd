package dev.varve.dockerfile;

import org.jspecify.annotations.Nullable;

/**
 * A {@code --mount} of RUN, expanded.
 *
 * <p>Follows BuildKit {@code frontend/dockerfile/instructions/commands_runmount.go}. A text that is absent or empty is null.
 *
 * @param type what is mounted; {@code BIND} when not said
 * @param from the stage, image or named context it comes from
 * @param source the path inside {@code from}, or the name of a secret
 * @param target where it is mounted
 * @param readOnly as said, otherwise true except for caches and tmpfs
 * @param id the name of a cache, secret or ssh socket
 * @param sharing how concurrent builds share a cache; null when not said
 * @param required whether the build fails without the secret or ssh socket
 * @param size limit of a tmpfs in bytes; 0 when not said
 * @param mode permission bits; null when not said
 * @param uid owner, 0 to 2<sup>32</sup>-1; null when not said
 * @param gid group, 0 to 2<sup>32</sup>-1; null when not said
 * @param env the variable that gets the secret, possibly empty for the default name; null when not said
 */
public record Mount(
        Type type,
        @Nullable String from,
        @Nullable String source,
        @Nullable String target,
        boolean readOnly,
        @Nullable String id,
        @Nullable Sharing sharing,
        boolean required,
        long size,
        @Nullable Long mode,
        @Nullable Long uid,
        @Nullable Long gid,
        @Nullable String env) {

    /** What a mount shows. */
    public enum Type {
        BIND,
        CACHE,
        TMPFS,
        SECRET,
        SSH
    }

    /** How concurrent builds share a cache mount. */
    public enum Sharing {
        SHARED,
        PRIVATE,
        LOCKED
    }

    /**
     * Reads a flag's value. The value is split into fields before each field's value is expanded, as BuildKit does, so a
     * comma that comes out of a variable does not separate fields.
     *
     * @param value the unexpanded value of {@code --mount}
     * @throws MountException if BuildKit refuses it
     * @throws ExpansionException if {@code expander} does
     */
    public static Mount parse(String value, WordExpander expander) throws MountException, ExpansionException {
        return new MountReader().read(value, expander);
    }

    /**
     * The stage, image or named context that a flag's value names, known before any variable is because it takes none; null
     * where it names none or is malformed.
     *
     * @param value the unexpanded value of {@code --mount}
     */
    public static @Nullable String from(String value) {
        String from = null;
        try {
            for (String field : MountReader.fields(value)) {
                int equals = field.indexOf('=');
                if (equals >= 0 && Keyword.lowerCase(field.substring(0, equals)).equals("from")) {
                    from = field.substring(equals + 1);
                }
            }
        } catch (MountException e) {
            return null;
        }
        return from == null || from.isEmpty() ? null : from;
    }

    /** What BuildKit checks before it knows the variables. */
    static void checkUnexpanded(String value) throws MountException {
        for (String field : MountReader.fields(value)) {
            int equals = field.indexOf('=');
            if (equals >= 0 && Keyword.lowerCase(field.substring(0, equals)).equals("from")) {
                int dollar = field.indexOf('$', equals);
                if (dollar >= 0 && dollar != field.length() - 1) {
                    throw new MountException(
                            "from takes no variables; give the image a stage of its own and name that");
                }
            }
        }
    }
}
