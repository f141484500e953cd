package dev.varve.rules.config;

import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.ArgDeclaration;
import dev.varve.dockerfile.Env;
import dev.varve.dockerfile.From;
import dev.varve.dockerfile.Instruction;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A word with a variable that is set nowhere before. */
public final class UndefinedVariable implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("undefined-variable", Category.CONFIG, Severity.WARNING, "UndefinedVar");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        ShellLexer lexer = new ShellLexer(subject.dockerfile().escape());
        Set<String> global = names(subject.dockerfile().globalArgs());
        Map<String, VariableScope> ends = new HashMap<>();
        for (Stage stage : subject.dockerfile().stages()) {
            VariableScope scope = begin(stage.from(), ends);
            // A variable that ENV sets may also be the base image's, as in ENV PYTHONPATH=/app:$PYTHONPATH
            Set<String> declared = new HashSet<>(global);
            declared.addAll(names(
                    stage.instructions().stream().filter(Arg.class::isInstance).toList()));
            for (Instruction instruction : stage.instructions()) {
                for (Word word : ExpandedWords.of(instruction)) {
                    for (String name : scope.missing(word, lexer)) {
                        report(name, word, scope, declared, findings);
                    }
                }
                names(List.of(instruction)).forEach(scope::add);
            }
            if (stage.name() != null) {
                ends.put(stage.name(), scope);
            }
        }
    }

    private static VariableScope begin(From from, Map<String, VariableScope> ends) {
        String base = from.base().text();
        VariableScope end = ends.get(base.toLowerCase(Locale.ROOT));
        return end == null ? VariableScope.of(base) : end.copy();
    }

    private static Set<String> names(Iterable<? extends Instruction> instructions) {
        Set<String> names = new HashSet<>();
        for (Instruction instruction : instructions) {
            if (instruction instanceof Arg arg) {
                arg.declarations().stream().map(ArgDeclaration::name).forEach(names::add);
            } else if (instruction instanceof Env env) {
                env.assignments()
                        .forEach(assignment -> names.add(assignment.key().text()));
            }
        }
        return names;
    }

    /** An image that is not known may set it, unless the file itself sets it too late or something much like it. */
    private static void report(String name, Word word, VariableScope scope, Set<String> declared, Findings findings) {
        String suggestion = Suggestion.of(name, scope.names(), "$");
        boolean late = declared.contains(name);
        if (scope.isComplete() || late) {
            findings.add(
                    word.range(),
                    "$" + name + " is not set here" + (late ? ", only elsewhere; declare it above" : suggestion));
        }
    }
}
