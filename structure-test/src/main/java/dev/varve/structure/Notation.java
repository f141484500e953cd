package dev.varve.structure;

/** The two notations, which Go reads differently. */
enum Notation {
    /** Keys are as written; {@code yes} and {@code on} are true; a value may be a text without quotes. */
    YAML,
    /** Keys are in any case; what is not given is false or zero, whatever it is in YAML. */
    JSON
}
