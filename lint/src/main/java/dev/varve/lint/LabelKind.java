package dev.varve.lint;

import java.util.Optional;

/** What the value of a label must be; hadolint's kinds. */
public enum LabelKind {
    /** An e-mail address, RFC 5322. */
    EMAIL,
    /** A git commit's id. */
    HASH,
    /** Anything. */
    RAWTEXT,
    /** A time, RFC 3339. */
    RFC3339,
    /** A version, SemVer 2. */
    SEMVER,
    /** A licence, SPDX. */
    SPDX,
    /** An address, RFC 3986. */
    URL;

    /** The name as it is written in configurations: {@code rawtext}; {@code text} is the same. */
    public static Optional<LabelKind> named(String name) {
        for (LabelKind kind : values()) {
            if (kind.name().equalsIgnoreCase(name)) {
                return Optional.of(kind);
            }
        }
        return name.equalsIgnoreCase("text") ? Optional.of(RAWTEXT) : Optional.empty();
    }
}
