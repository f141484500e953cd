package dev.varve.rules.stage;

import dev.varve.dockerfile.ShellLexer;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Suggestion;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A FROM that uses an argument which no ARG above the first FROM declares. */
public final class UndefinedBaseArgument implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("undefined-base-argument", Category.STAGE, Severity.WARNING, "UndefinedArgInFrom");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        BaseArguments arguments = new BaseArguments(subject.dockerfile());
        for (Stage stage : subject.dockerfile().stages()) {
            Stream.of(stage.from().platform(), stage.from().base())
                    .filter(Objects::nonNull)
                    .forEach(word -> check(word, arguments, findings));
        }
    }

    private static void check(Word word, BaseArguments arguments, Findings findings) {
        TreeSet<String> missing = new TreeSet<>(
                arguments.expand(word).map(ShellLexer.Expanded::unmatched).orElseGet(TreeSet::new));
        missing.removeAll(arguments.declared());
        for (String name : missing) {
            findings.add(
                    word.range(),
                    "FROM uses " + name + ", but no ARG above the first FROM declares it"
                            + Suggestion.of(name, arguments.declared(), ""));
        }
    }
}
