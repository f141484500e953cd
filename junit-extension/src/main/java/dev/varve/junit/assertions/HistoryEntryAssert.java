package dev.varve.junit.assertions;

import dev.varve.engine.ImageHistory;
import dev.varve.junit.Image;
import dev.varve.layer.Sizes;

/** Assertions about one instruction of an image's history. */
public class HistoryEntryAssert extends VarveAssert<HistoryEntryAssert, ImageHistory> {
    private final Image image;

    HistoryEntryAssert(Image image, ImageHistory entry) {
        super(entry, HistoryEntryAssert.class);
        this.image = image;
    }

    private String text() {
        return InstructionText.plain(actual.entry().createdBy());
    }

    @Override
    String subject() {
        return "'" + text() + "' in the history of " + image;
    }

    /** @param keyword such as {@code CMD} */
    public HistoryEntryAssert isInstruction(String keyword) {
        return require(
                (text() + " ").startsWith(keyword + " "), () -> Mismatch.of("the instruction " + keyword, text()));
    }

    /** Is this instruction, as the Dockerfile has it; blanks are not looked at. */
    public HistoryEntryAssert isEqualToInstruction(String instruction) {
        return require(text().equals(InstructionText.plain(instruction)), () -> Mismatch.of(instruction, text()));
    }

    public HistoryEntryAssert contains(String part) {
        return require(text().contains(part), () -> Mismatch.of("an instruction with '" + part + "'", text()));
    }

    /** Made no layer. */
    public HistoryEntryAssert isEmptyLayer() {
        return require(
                actual.entry().emptyLayer(), () -> Mismatch.of("no layer", "a layer of " + Sizes.of(actual.size())));
    }

    /** Made a layer. */
    public HistoryEntryAssert hasLayer() {
        return require(!actual.entry().emptyLayer(), () -> Mismatch.of("a layer", "no layer"));
    }

    /** Its layer, if it has one, is smaller than this. */
    public HistoryEntryAssert isSmallerThan(long bytes) {
        return require(
                actual.size() < bytes, () -> Mismatch.of("less than " + Sizes.of(bytes), Sizes.of(actual.size())));
    }

    public HistoryEntryAssert hasComment(String comment) {
        return require(
                actual.entry().comment().equals(comment),
                () -> Mismatch.of(
                        "comment '" + comment + "'",
                        "comment '" + actual.entry().comment() + "'"));
    }
}
