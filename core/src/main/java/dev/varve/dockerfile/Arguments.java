package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of an instruction, split the way its keyword asks for (BuildKit
 * {@code frontend/dockerfile/parser/line_parsers.go}).
 *
 * @param parts the parts of the line that the words of ARG are; empty for everything else
 */
record Arguments(List<Word> words, Form form, List<LogicalLine> parts) {
    static final Arguments NONE = new Arguments(List.of(), Form.NONE);

    Arguments(List<Word> words, Form form) {
        this(words, form, List.of());
    }

    static Arguments split(Keyword keyword, LogicalLine rest, char escape, Problems problems) {
        return switch (keyword.style()) {
            case LINE -> new Arguments(line(rest), Form.NONE);
            case WORDS -> new Arguments(words(rest), Form.NONE);
            case QUOTED_WORDS -> quotedWords(rest, escape);
            case ASSIGNMENTS -> new Arguments(AssignmentWords.split(keyword, rest, escape, problems), Form.NONE);
            case JSON_OR_SHELL -> jsonOr(Form.SHELL, keyword, rest, problems);
            case JSON_OR_WORDS -> jsonOr(Form.NONE, keyword, rest, problems);
            case HEALTHCHECK -> healthcheck(keyword, rest, problems);
            case INSTRUCTION -> throw new IllegalArgumentException("an instruction is not split into words");
        };
    }

    static Arguments ofTrigger(RawInstruction trigger) {
        List<Word> words = new ArrayList<>();
        words.add(trigger.word());
        words.addAll(trigger.arguments().words());
        return new Arguments(words, Form.NONE);
    }

    private static List<Word> line(LogicalLine rest) {
        return rest.isEmpty() ? List.of() : List.of(rest.word());
    }

    private static List<Word> words(LogicalLine rest) {
        List<Word> words = new ArrayList<>();
        int start = rest.start();
        while (start < rest.end()) {
            int end = rest.blank(start);
            words.add(rest.word(start, end));
            start = rest.behindBlanks(end);
        }
        return words;
    }

    private static Arguments quotedWords(LogicalLine rest, char escape) {
        List<LogicalLine> parts = QuotedWords.split(rest, escape);
        List<Word> words = new ArrayList<>(parts.size());
        for (LogicalLine part : parts) {
            words.add(QuotedWords.word(part, part.start(), part.end()));
        }
        return new Arguments(words, Form.NONE, parts);
    }

    private static Arguments jsonOr(Form otherwise, Keyword keyword, LogicalLine rest, Problems problems) {
        JsonStrings.Result json = JsonStrings.read(rest);
        return switch (json.kind()) {
            case STRINGS -> new Arguments(json.strings(), Form.EXEC);
            case NOT_AN_ARRAY -> new Arguments(otherwise == Form.SHELL ? line(rest) : words(rest), otherwise);
            case OTHER_VALUES -> {
                problems.error(rest.range(), keyword + " in JSON form takes an array of strings only");
                yield new Arguments(line(rest), Form.EXEC);
            }
        };
    }

    private static Arguments healthcheck(Keyword keyword, LogicalLine rest, Problems problems) {
        int typeEnd = rest.start();
        while (typeEnd < rest.end() && !isSpace(rest.at(typeEnd))) {
            typeEnd++;
        }
        if (typeEnd == rest.start()) {
            return NONE;
        }
        int command = typeEnd;
        while (command < rest.end() && isSpace(rest.at(command))) {
            command++;
        }
        Arguments arguments = jsonOr(Form.SHELL, keyword, rest.part(command, rest.end()), problems);
        List<Word> words = new ArrayList<>();
        words.add(rest.word(rest.start(), typeEnd));
        words.addAll(arguments.words());
        return new Arguments(words, words.size() == 1 && arguments.form() == Form.SHELL ? Form.NONE : arguments.form());
    }

    private static boolean isSpace(char c) {
        return c < 0x80 ? WhiteSpace.isSpace(c) : WhiteSpace.isSpaceByte(c);
    }
}
