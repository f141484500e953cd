package dev.varve.dockerfile;

import java.util.List;
import java.util.Map;

/** Reads FROM. */
final class FromReader {
    private static final Map<String, FlagValues.Type> FLAGS = Map.of("platform", FlagValues.Type.TEXT);

    private final Syntax syntax;
    private final Problems problems;

    FromReader(Syntax syntax, Problems problems) {
        this.syntax = syntax;
        this.problems = problems;
    }

    Instruction read() {
        FlagValues flags = FlagValues.check(syntax, FLAGS, problems);
        List<Word> args = syntax.args();
        if (args.size() == 1) {
            return new From(syntax, args.get(0), flags.text("platform"), null);
        }
        if (args.size() == 3 && args.get(1).text().equalsIgnoreCase("as")) {
            checkName(args.get(2));
            return new From(syntax, args.get(0), flags.text("platform"), args.get(2));
        }
        SourceRange at = args.isEmpty()
                ? syntax.keyword().range()
                : args.get(args.size() - 1).range();
        problems.error(at, "FROM expects IMAGE or IMAGE AS NAME, found " + counted(args.size()));
        return new Invalid(syntax);
    }

    private static String counted(int arguments) {
        return arguments == 0 ? "nothing" : arguments + " arguments";
    }

    private void checkName(Word alias) {
        String name = Keyword.lowerCase(alias.text());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean later = (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
            if (!letter && (i == 0 || !later)) {
                problems.error(
                        alias.range(),
                        "a stage's name starts with a letter and goes on with letters, digits, - _ and ., unlike "
                                + Quoted.excerpt(alias.text()));
                return;
            }
        }
    }
}
