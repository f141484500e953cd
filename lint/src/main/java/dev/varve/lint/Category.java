package dev.varve.lint;

import java.util.Locale;

/** What a rule is about; the package of the rules that ship is called so too. */
public enum Category {
    /** Steps that the layer cache loses. */
    CACHE,
    /** Base images. */
    BASE,
    /** Stages and their names. */
    STAGE,
    /** COPY, ADD and the build context. */
    COPY,
    /** Package managers. */
    PACKAGES,
    /** Commands of RUN. */
    SHELL,
    /** The image's configuration: CMD, ENV, LABEL and the like. */
    CONFIG,
    /** Secrets and rights. */
    SECURITY,
    /** The Dockerfile as a text. */
    SYNTAX;

    /** The name as it is printed: {@code cache}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
