package dev.varve.context;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A regular expression that takes time linear in the text, as Go's does and {@code java.util.regex} does not: an ignore file
 * may come from anyone. All ways through the expression are followed at once.
 */
final class Regex {
    /** Go refuses larger programs as well ({@code regexp/syntax}, {@code maxSize}). */
    private static final int MAX_INSTRUCTIONS = (128 << 20) / 40;

    private final List<Instruction> program = new ArrayList<>();
    private final boolean anchored;
    private final String required;

    private Regex(RegexNode node) {
        required = required(node);
        anchored = node instanceof RegexNode.Sequence sequence
                && !sequence.parts().isEmpty()
                && sequence.parts().get(0) instanceof RegexNode.Place place
                && place.kind() == RegexNode.Place.Kind.BEGIN;
        emit(node);
        add(new Instruction.Match());
    }

    /** Compiles an expression in Go's syntax, or throws {@link MalformedPatternException}. */
    static Regex compile(String expression) {
        return new Regex(RegexParser.parse(expression));
    }

    /** Whether the expression matches somewhere in the text. */
    boolean find(String text) {
        return text.contains(required) && new Search(text).run();
    }

    /** Text that is in every match; looking for it first spares most walks. */
    private static String required(RegexNode node) {
        String longest = "";
        if (node instanceof RegexNode.Sequence sequence) {
            StringBuilder run = new StringBuilder();
            for (RegexNode part : sequence.parts()) {
                if (part instanceof RegexNode.Literal literal && literal.character() != Utf8.REPLACEMENT) {
                    run.appendCodePoint(literal.character());
                    longest = run.length() > longest.length() ? run.toString() : longest;
                } else {
                    run.setLength(0);
                }
            }
        }
        return longest;
    }

    private sealed interface Instruction {
        record One(IntPredicate test) implements Instruction {}

        record Place(RegexNode.Place.Kind kind) implements Instruction {}

        /** Continues at both. */
        record Fork(int first, int second) implements Instruction {}

        record Match() implements Instruction {}
    }

    private int add(Instruction instruction) {
        if (program.size() >= MAX_INSTRUCTIONS) {
            throw new MalformedPatternException("it is too large");
        }
        program.add(instruction);
        return program.size() - 1;
    }

    private void emit(RegexNode node) {
        if (node instanceof RegexNode.Literal literal) {
            int character = literal.character();
            add(new Instruction.One(other -> other == character));
        } else if (node instanceof RegexNode.One one) {
            add(new Instruction.One(one.test()));
        } else if (node instanceof RegexNode.Place place) {
            add(new Instruction.Place(place.kind()));
        } else if (node instanceof RegexNode.Sequence sequence) {
            sequence.parts().forEach(this::emit);
        } else if (node instanceof RegexNode.Choice choice) {
            emit(choice);
        } else if (node instanceof RegexNode.Repeat repeat) {
            emit(repeat);
        }
    }

    private void emit(RegexNode.Choice choice) {
        List<Integer> ends = new ArrayList<>();
        for (RegexNode option : choice.options()) {
            int fork = add(new Instruction.Match());
            emit(option);
            ends.add(add(new Instruction.Match()));
            program.set(fork, new Instruction.Fork(fork + 1, program.size()));
        }
        // The last option's other way leads nowhere: there is no further option.
        int dead = add(new Instruction.One(none -> false));
        ends.forEach(end -> program.set(end, new Instruction.Fork(dead + 1, dead + 1)));
    }

    private void emit(RegexNode.Repeat repeat) {
        for (int i = 0; i < repeat.min(); i++) {
            emit(repeat.node());
        }
        if (repeat.max() < 0) {
            int fork = add(new Instruction.Match());
            emit(repeat.node());
            int back = add(new Instruction.Fork(fork, fork));
            program.set(fork, new Instruction.Fork(fork + 1, back + 1));
            return;
        }
        List<Integer> forks = new ArrayList<>();
        for (int i = repeat.min(); i < repeat.max(); i++) {
            forks.add(add(new Instruction.Match()));
            emit(repeat.node());
        }
        forks.forEach(fork -> program.set(fork, new Instruction.Fork(fork + 1, program.size())));
    }

    /** One walk over a text, with the set of instructions reached so far. */
    private final class Search {
        private final int[] text;
        private int[] waiting = new int[16];
        private int[] next = new int[16];
        private final int[] seenAt = new int[program.size()];
        private int count;

        Search(String text) {
            this.text = text.codePoints()
                    .map(c -> Utf8.isEscapedByte(c) ? Utf8.REPLACEMENT : c)
                    .toArray();
        }

        boolean run() {
            for (int at = 0; at <= text.length; at++) {
                int reached = count;
                count = 0;
                int[] from = waiting;
                waiting = next;
                next = from;
                for (int i = 0; i < reached; i++) {
                    Instruction.One one = (Instruction.One) program.get(from[i]);
                    if (one.test().test(text[at - 1]) && follow(from[i] + 1, at)) {
                        return true;
                    }
                }
                if ((at == 0 || !anchored) && follow(0, at)) {
                    return true;
                }
                if (count == 0 && anchored) {
                    return false;
                }
            }
            return false;
        }

        /** Adds all that is reached from an instruction without reading a character; true at a match. */
        private boolean follow(int start, int at) {
            int[] stack = new int[8];
            int depth = 0;
            stack[depth++] = start;
            while (depth > 0) {
                int current = stack[--depth];
                if (seenAt[current] == at + 1) {
                    continue;
                }
                seenAt[current] = at + 1;
                Instruction instruction = program.get(current);
                if (instruction instanceof Instruction.Match) {
                    return true;
                }
                if (instruction instanceof Instruction.One) {
                    waiting = count == waiting.length ? Arrays.copyOf(waiting, count * 2) : waiting;
                    waiting[count++] = current;
                } else {
                    stack = depth + 2 > stack.length ? Arrays.copyOf(stack, depth * 2) : stack;
                    if (instruction instanceof Instruction.Fork fork) {
                        stack[depth++] = fork.second();
                        stack[depth++] = fork.first();
                    } else if (instruction instanceof Instruction.Place place && holds(place.kind(), at)) {
                        stack[depth++] = current + 1;
                    }
                }
            }
            return false;
        }

        private boolean holds(RegexNode.Place.Kind place, int at) {
            boolean boundary = isWord(at - 1) != isWord(at);
            return switch (place) {
                case BEGIN -> at == 0;
                case END -> at == text.length;
                case WORD_BOUNDARY -> boundary;
                case NO_WORD_BOUNDARY -> !boundary;
            };
        }

        private boolean isWord(int at) {
            return at >= 0 && at < text.length && RegexClasses.WORD.test(text[at]);
        }
    }
}
