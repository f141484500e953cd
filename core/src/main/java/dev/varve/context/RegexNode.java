package dev.varve.context;

import java.util.List;
import java.util.function.IntPredicate;

/** A parsed regular expression. */
sealed interface RegexNode {
    /** This character. */
    record Literal(int character) implements RegexNode {}

    /** One character of a kind. */
    record One(IntPredicate test) implements RegexNode {}

    /** A place between characters. */
    record Place(Kind kind) implements RegexNode {
        enum Kind {
            BEGIN,
            END,
            WORD_BOUNDARY,
            NO_WORD_BOUNDARY
        }
    }

    /** One after the other. */
    record Sequence(List<RegexNode> parts) implements RegexNode {}

    /** One or the other. */
    record Choice(List<RegexNode> options) implements RegexNode {}

    /** So many times; a negative maximum is none. */
    record Repeat(RegexNode node, int min, int max) implements RegexNode {}
}
