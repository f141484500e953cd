package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The flags of an instruction, checked against those it can have (BuildKit {@code instructions/bflag.go}). */
final class FlagValues {
    /** What a flag takes. */
    enum Type {
        /** {@code true} or {@code false}, or no value for true. */
        BOOLEAN,
        TEXT,
        /** A text, and the flag can be given many times. */
        TEXTS
    }

    private final String instruction;
    private final Map<String, Type> known;
    private final Problems problems;
    private final Map<String, List<Word>> values = new LinkedHashMap<>();

    private FlagValues(String instruction, Map<String, Type> known, Problems problems) {
        this.instruction = instruction;
        this.known = known;
        this.problems = problems;
    }

    /** Checks every flag of an instruction. */
    static FlagValues check(Syntax syntax, Map<String, Type> known, Problems problems) {
        FlagValues flags = new FlagValues(syntax.name(), known, problems);
        for (Flag flag : syntax.flags()) {
            flags.check(flag);
        }
        return flags;
    }

    private void check(Flag flag) {
        Type type = known.get(flag.name());
        Word value = flag.value();
        if (type == null) {
            problems.error(flag.range(), unknown(flag.name()));
        } else if (type != Type.TEXTS && values.containsKey(flag.name())) {
            problems.error(flag.range(), "--" + flag.name() + " is given twice");
        } else if (type != Type.BOOLEAN && value == null) {
            problems.error(flag.range(), "--" + flag.name() + " expects a value, as in --" + flag.name() + "=VALUE");
        } else if (type == Type.BOOLEAN && value != null && !isBoolean(value.text())) {
            problems.error(
                    value.range(),
                    "--" + flag.name() + " expects true or false, found " + Quoted.excerpt(value.text()));
        } else {
            values.computeIfAbsent(flag.name(), name -> new ArrayList<>())
                    .add(value == null ? new Word("true", flag.range()) : value);
        }
    }

    private String unknown(String name) {
        String message = instruction + " has no flag " + Quoted.excerpt("--" + name);
        String suggestion = Suggestion.of(name, known.keySet(), "--");
        if (!suggestion.isEmpty()) {
            return message + suggestion;
        }
        return known.isEmpty()
                ? message + ", nor any other"
                : message + "; it has --" + String.join(", --", known.keySet());
    }

    private static boolean isBoolean(String value) {
        String lower = Keyword.lowerCase(value);
        return lower.equals("true") || lower.equals("false");
    }

    /** The value of a flag; null when absent or empty. */
    @Nullable
    Word text(String name) {
        List<Word> words = texts(name);
        return words.isEmpty() || words.get(0).text().isEmpty() ? null : words.get(0);
    }

    /** The values of a flag that can be given many times. */
    List<Word> texts(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether a flag is there and true; null when absent. */
    @Nullable
    Boolean flag(String name) {
        List<Word> words = texts(name);
        return words.isEmpty() ? null : Keyword.lowerCase(words.get(0).text()).equals("true");
    }

    /** Whether a flag is there and true. */
    boolean isTrue(String name) {
        return Boolean.TRUE.equals(flag(name));
    }
}
