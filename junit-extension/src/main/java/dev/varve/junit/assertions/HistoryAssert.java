package dev.varve.junit.assertions;

import dev.varve.engine.ImageHistory;
import dev.varve.junit.Image;
import java.util.List;

/** Assertions about the history of an image, the earliest instruction first. */
public class HistoryAssert extends VarveAssert<HistoryAssert, Image> {
    private final List<ImageHistory> history;

    HistoryAssert(Image image) {
        super(image, HistoryAssert.class);
        history = image.history();
    }

    @Override
    String subject() {
        return "the history of " + actual;
    }

    private List<String> instructions() {
        return history.stream()
                .map(entry -> InstructionText.plain(entry.entry().createdBy()))
                .toList();
    }

    /** Goes on with the latest instruction. */
    public HistoryEntryAssert last() {
        return entry(history.size() - 1);
    }

    /** Goes on with the earliest instruction. */
    public HistoryEntryAssert first() {
        return entry(0);
    }

    /** Goes on with an instruction by its place, 0 for the earliest. */
    public HistoryEntryAssert entry(int index) {
        if (index < 0 || index >= history.size()) {
            throw failure(
                    Mismatch.of("an entry " + index, history.size() + " entries\n" + Mismatch.lines(instructions())));
        }
        return toPart(new HistoryEntryAssert(actual, history.get(index)));
    }

    /** Goes on with an instruction; its beginning is enough. It fails where there is not exactly one. */
    public HistoryEntryAssert instruction(String text) {
        List<ImageHistory> found = history.stream()
                .filter(entry -> InstructionText.begins(entry.entry().createdBy(), text))
                .toList();
        if (found.size() != 1) {
            throw failure(Mismatch.of(
                    "one entry '" + text + "'",
                    found.size() + " such entries among\n" + Mismatch.lines(instructions())));
        }
        return toPart(new HistoryEntryAssert(actual, found.get(0)));
    }

    public HistoryAssert hasEntries(int count) {
        return require(
                history.size() == count,
                () -> Mismatch.of(count + " entries", history.size() + " entries\n" + Mismatch.lines(instructions())));
    }

    /** Has these instructions one after the other, whatever else is between; their beginnings are enough. */
    public HistoryAssert containsInOrder(String... instructions) {
        int next = 0;
        for (ImageHistory entry : history) {
            if (next < instructions.length
                    && InstructionText.begins(entry.entry().createdBy(), instructions[next])) {
                next++;
            }
        }
        int reached = next;
        return require(
                reached == instructions.length,
                () -> Mismatch.of(
                        "in this order\n" + String.join("\n", instructions),
                        "no '" + instructions[reached] + "' at its place in\n" + Mismatch.lines(instructions())));
    }
}
