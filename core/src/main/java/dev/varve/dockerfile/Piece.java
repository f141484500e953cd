package dev.varve.dockerfile;

/**
 * One of the consecutive pieces a file consists of: whole lines, line endings included. Every char of the text belongs to
 * exactly one piece, so the pieces in order are the text.
 */
public record Piece(Kind kind, SourceRange range) {
    /** What the lines of a piece are. */
    public enum Kind {
        DIRECTIVE,
        COMMENT,
        BLANK,
        /** An instruction with its continuation lines, the comments among them, and its heredocs. */
        INSTRUCTION
    }
}
