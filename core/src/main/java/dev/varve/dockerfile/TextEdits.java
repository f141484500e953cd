package dev.varve.dockerfile;

/**
 * Edits to a Dockerfile's text that leave everything else as the user wrote it.
 *
 * <p>Edits are collected and refer to the unchanged file; edits that overlap are refused.
 */
public final class TextEdits {
    private final Dockerfile file;

    public TextEdits(Dockerfile file) {
        this.file = file;
    }

    /** Replaces the chars of {@code range}. */
    public TextEdits replace(SourceRange range, String replacement) {
        return this;
    }

    /** Inserts text in front of the char at {@code offset}. */
    public TextEdits insert(int offset, String text) {
        return this;
    }

    /** Puts lines in front of an instruction and the comments attached to it. */
    public TextEdits insertBefore(Instruction instruction, String lines) {
        return this;
    }

    /** Puts lines behind an instruction. */
    public TextEdits insertAfter(Instruction instruction, String lines) {
        return this;
    }

    /** Deletes the chars of {@code range}. */
    public TextEdits delete(SourceRange range) {
        return this;
    }

    /** Deletes an instruction's lines together with the comments attached to it. */
    public TextEdits delete(Instruction instruction) {
        return this;
    }

    /** Moves an instruction's lines, with the comments attached to it, in front of another's. */
    public TextEdits moveBefore(Instruction instruction, Instruction anchor) {
        return this;
    }

    /** Moves an instruction's lines, with the comments attached to it, behind another's. */
    public TextEdits moveAfter(Instruction instruction, Instruction anchor) {
        return this;
    }

    /** The edited text. */
    public String apply() {
        return file.text();
    }
}
