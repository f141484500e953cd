package dev.varve.dockerfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instruction's line taken apart, the counterpart of a node in BuildKit's parser.
 *
 * @param line the whole line
 * @param keyword null where the word is no keyword
 * @param word the keyword as written
 * @param flags in source order
 * @param arguments what follows the flags
 * @param trigger the instruction inside an ONBUILD
 */
record RawInstruction(
        LogicalLine line,
        @Nullable Keyword keyword,
        Word word,
        List<Flag> flags,
        Arguments arguments,
        @Nullable RawInstruction trigger) {

    /** Splits a line; flags and arguments of unknown instructions are only split from each other. */
    static RawInstruction split(LogicalLine line, char escape, Problems problems) {
        LogicalLine trimmed = line.trim();
        int wordEnd = trimmed.blank(trimmed.start());
        Word word = trimmed.word(trimmed.start(), wordEnd);
        Keyword keyword = Keyword.of(word.text());
        FlagScanner flags = FlagScanner.scan(trimmed.part(trimmed.behindBlanks(wordEnd), trimmed.end()), escape);
        LogicalLine rest = flags.rest().trim();
        if (keyword == null) {
            return new RawInstruction(line, null, word, flags.flags(), Arguments.NONE, null);
        }
        if (keyword != Keyword.ONBUILD) {
            Arguments arguments = Arguments.split(keyword, rest, escape, problems);
            return new RawInstruction(line, keyword, word, flags.flags(), arguments, null);
        }
        RawInstruction trigger = rest.isEmpty() ? null : trigger(rest, escape, problems);
        Arguments arguments = trigger == null ? Arguments.NONE : Arguments.ofTrigger(trigger);
        return new RawInstruction(line, keyword, word, flags.flags(), arguments, trigger);
    }

    private static RawInstruction trigger(LogicalLine line, char escape, Problems problems) {
        Word word = line.word(line.start(), line.blank(line.start()));
        // A chain of ONBUILDs is refused at its second link, so there is no need to follow it any deeper.
        return Keyword.of(word.text()) == Keyword.ONBUILD
                ? new RawInstruction(line, Keyword.ONBUILD, word, List.of(), Arguments.NONE, null)
                : split(line, escape, problems);
    }

    /** The keyword in upper case. */
    String name() {
        return keyword == null ? Keyword.upperCase(word.text()) : keyword.name();
    }

    /** Whether openers of heredocs in the line mean anything. */
    boolean takesHeredocs() {
        RawInstruction inner = trigger == null ? this : trigger;
        return inner.keyword != null && inner.keyword.takesHeredocs() && inner.arguments.form() != Form.EXEC;
    }
}
