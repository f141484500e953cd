package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Edits to a Dockerfile's text that leave everything else as the user wrote it.
 *
 * <p>Edits are collected and all refer to the unchanged file. What is inserted at one place stands there in the order of the
 * calls. An instruction's lines are those of the comments attached to it ({@link Syntax#comments()}), its own and its
 * heredocs'. Lines that are put in get the line endings of the file, and a file whose last line has none keeps it so.
 *
 * <p>Every method that edits throws {@link IllegalArgumentException}, and changes nothing, where the edit would overlap
 * another one, an instruction is not one of the file's own (the trigger of an ONBUILD is a part of one), or lines would come
 * to stand behind an instruction that has no end: one that the file's end cuts off after a continuation character or within
 * a heredoc.
 */
public final class TextEdits {
    private final Dockerfile file;
    private final TreeMap<Integer, Edit> edits = new TreeMap<>();
    private final String lineEnding;
    private final String text;

    /** Starts without any edit. */
    public TextEdits(Dockerfile file) {
        this.file = file;
        String original = file.text();
        int feed = original.indexOf('\n');
        this.lineEnding = feed > 0 && original.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
        this.text = original.endsWith("\n") ? original : original + lineEnding;
    }

    /**
     * Replaces the chars of {@code range}.
     *
     * @throws IndexOutOfBoundsException if the range is not inside the file
     */
    public TextEdits replace(SourceRange range, String replacement) {
        checkInside(range.end());
        if (range.isEmpty()) {
            return insert(range.start(), replacement);
        }
        replaceUnchecked(range, replacement);
        return this;
    }

    /** Deletes the chars of {@code range}, as {@link #replace} would with an empty text. */
    public TextEdits delete(SourceRange range) {
        return replace(range, "");
    }

    /**
     * Inserts text in front of the char at {@code offset}.
     *
     * @throws IndexOutOfBoundsException if the offset is not between 0 and the text's length
     */
    public TextEdits insert(int offset, String inserted) {
        checkInside(offset);
        checkInsertion(offset);
        insertUnchecked(offset, inserted);
        return this;
    }

    /** Puts lines in front of an instruction and the comments attached to it; the last line's ending may be left out. */
    public TextEdits insertBefore(Instruction instruction, String lines) {
        int offset = linesOf(instruction).start();
        checkInsertion(offset);
        insertUnchecked(offset, asLines(lines));
        return this;
    }

    /** Puts lines behind an instruction; the last line's ending may be left out. */
    public TextEdits insertAfter(Instruction instruction, String lines) {
        checkEnds(instruction);
        int offset = linesOf(instruction).end();
        checkInsertion(offset);
        insertUnchecked(offset, asLines(lines));
        return this;
    }

    /** Deletes an instruction's lines. */
    public TextEdits delete(Instruction instruction) {
        replaceUnchecked(linesOf(instruction), "");
        return this;
    }

    /** Moves an instruction's lines in front of those of another. */
    public TextEdits moveBefore(Instruction instruction, Instruction anchor) {
        return move(instruction, linesOf(anchor).start());
    }

    /** Moves an instruction's lines behind those of another. */
    public TextEdits moveAfter(Instruction instruction, Instruction anchor) {
        checkEnds(anchor);
        return move(instruction, linesOf(anchor).end());
    }

    private TextEdits move(Instruction instruction, int offset) {
        checkEnds(instruction);
        SourceRange lines = linesOf(instruction);
        checkInsertion(offset);
        replaceUnchecked(lines, "");
        insertUnchecked(offset, text.substring(lines.start(), lines.end()));
        return this;
    }

    /**
     * The edits one by one, in the order of the file, none overlapping another. What they give differs from {@link #apply}
     * at most in the ending of the last line.
     */
    public List<Replacement> replacements() {
        List<Replacement> list = new ArrayList<>();
        int length = file.text().length();
        edits.forEach((start, edit) -> {
            String put = edit.inserted + edit.replacement;
            if (start > length) {
                String lines = lineEnding + put;
                list.add(new Replacement(
                        new SourceRange(length, length), lines.substring(0, lines.length() - lineEnding.length())));
            } else {
                list.add(new Replacement(new SourceRange(start, Math.min(Math.max(edit.end, start), length)), put));
            }
        });
        return list;
    }

    /**
     * Chars that are put in the place of others.
     *
     * @param range what is replaced; empty where the text is inserted
     */
    public record Replacement(SourceRange range, String text) {}

    /** The edited text; {@link Dockerfile#parse(String, String)} makes a file of it, which also gives it as bytes. */
    public String apply() {
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        for (Map.Entry<Integer, Edit> entry : edits.entrySet()) {
            Edit edit = entry.getValue();
            out.append(text, copied, entry.getKey()).append(edit.inserted).append(edit.replacement);
            copied = edit.end;
        }
        out.append(text, copied, text.length());
        if (text.length() > file.text().length()) {
            dropLineEnding(out);
        }
        return out.toString();
    }

    private static void dropLineEnding(StringBuilder out) {
        int end = out.length();
        if (end > 0 && out.charAt(end - 1) == '\n') {
            end -= end > 1 && out.charAt(end - 2) == '\r' ? 2 : 1;
        }
        out.setLength(end);
    }

    private SourceRange linesOf(Instruction instruction) {
        checkOwn(instruction);
        SourceText source = file.source();
        Syntax syntax = instruction.syntax();
        List<Comment> comments = syntax.comments();
        int first = comments.isEmpty() ? syntax.line() : comments.get(0).line();
        boolean behindMark = first == 1 && source.startsWithByteOrderMark();
        int start = behindMark ? 1 : source.lineStart(first - 1);
        boolean last = syntax.endLine() == source.lineCount();
        return new SourceRange(start, last ? text.length() : source.lineEnd(syntax.endLine() - 1));
    }

    private String asLines(String lines) {
        String ended = lines.endsWith("\n") ? lines : lines + "\n";
        return ended.replace("\r\n", "\n").replace("\n", lineEnding);
    }

    private void checkInside(int offset) {
        if (offset < 0 || offset > file.text().length()) {
            throw new IndexOutOfBoundsException(
                    "offset " + offset + " of " + file.text().length());
        }
    }

    private void checkOwn(Instruction instruction) {
        List<Instruction> all = file.instructions();
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).range().start() < instruction.range().start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == all.size() || !all.get(low).equals(instruction)) {
            throw new IllegalArgumentException("no instruction of this file: " + instruction.name());
        }
    }

    private void checkEnds(Instruction instruction) {
        List<Instruction> all = file.instructions();
        if (file.isCutOff() && all.get(all.size() - 1).equals(instruction)) {
            throw new IllegalArgumentException(
                    "the end of the file cuts this " + instruction.name() + " off, so that nothing can follow it");
        }
    }

    private void checkInsertion(int offset) {
        Map.Entry<Integer, Edit> before = edits.lowerEntry(offset);
        if (before != null && before.getValue().end > offset) {
            throw new IllegalArgumentException("offset " + offset + " is inside of chars that another edit replaces");
        }
    }

    private void insertUnchecked(int offset, String inserted) {
        edits.computeIfAbsent(offset, Edit::new).inserted.append(inserted);
    }

    private void replaceUnchecked(SourceRange range, String replacement) {
        checkInsertion(range.start());
        Map.Entry<Integer, Edit> last = edits.lowerEntry(range.end());
        if (last != null && (last.getKey() > range.start() || last.getValue().end > range.start())) {
            throw new IllegalArgumentException("another edit overlaps " + range);
        }
        Edit edit = edits.computeIfAbsent(range.start(), Edit::new);
        edit.replacement = replacement;
        edit.end = range.end();
    }

    /** What happens at one offset: an insertion, and then the replacement of the chars up to an end. */
    private static final class Edit {
        private final StringBuilder inserted = new StringBuilder();
        private String replacement = "";
        private int end;

        private Edit(int offset) {
            this.end = offset;
        }
    }
}
