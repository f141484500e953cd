package dev.varve.rules.syntax;

import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.ArgDeclaration;
import dev.varve.dockerfile.Comment;
import dev.varve.dockerfile.From;
import dev.varve.dockerfile.Instruction;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Placed;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.List;

/** A comment above ARG or FROM that does not begin with the name that it describes. */
public final class DefinitionDescription implements Rule {
    private static final RuleInfo INFO = RuleInfo.optional(
            "definition-description", Category.SYNTAX, Severity.STYLE, "InvalidDefinitionDescription");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Placed placed : subject.instructions()) {
            List<String> names = names(placed.instruction());
            List<Comment> comments = placed.instruction().syntax().comments();
            if (names.isEmpty() || comments.isEmpty()) {
                continue;
            }
            Comment last = comments.get(comments.size() - 1);
            if (!names.contains(last.text().split(" ", 2)[0])) {
                findings.add(
                        placed.instruction(),
                        "docker build --call=outline shows the comment above as what it says of " + names.get(0)
                                + "; begin it with that name, or leave a line empty below it");
            }
        }
    }

    private static List<String> names(Instruction instruction) {
        if (instruction instanceof Arg arg) {
            return arg.declarations().stream().map(ArgDeclaration::name).toList();
        }
        return instruction instanceof From from && from.alias() != null
                ? List.of(from.alias().text())
                : List.of();
    }
}
