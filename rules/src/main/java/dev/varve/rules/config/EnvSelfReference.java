package dev.varve.rules.config;

import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.Assignment;
import dev.varve.dockerfile.Env;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A variable that is used in the ENV that sets it. */
public final class EnvSelfReference implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("env-self-reference", Category.CONFIG, Severity.ERROR, "DL3044");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            Set<String> known = new HashSet<>();
            subject.dockerfile().globalArgs().forEach(arg -> add(arg, known));
            List<Stage> lineage = subject.lineage(stage);
            for (Stage ancestor : lineage.subList(1, lineage.size())) {
                ancestor.instructions().forEach(instruction -> add(instruction, known));
            }
            for (Instruction instruction : stage.instructions()) {
                if (instruction instanceof Env env) {
                    check(env, known, findings);
                }
                add(instruction, known);
            }
        }
    }

    private static void add(Instruction instruction, Set<String> known) {
        if (instruction instanceof Env env) {
            env.assignments().forEach(set -> known.add(set.key().text()));
        } else if (instruction instanceof Arg arg) {
            arg.declarations().forEach(declaration -> known.add(declaration.name()));
        }
    }

    private static void check(Env env, Set<String> known, Findings findings) {
        Set<String> reported = new HashSet<>();
        for (Assignment set : env.assignments()) {
            String name = set.key().text();
            if (known.contains(name) || !name.matches("\\w+")) {
                continue;
            }
            Pattern reference = Pattern.compile("(?<!\\\\)\\$(" + name + "(?!\\w)|\\{" + name + "[^\\w])");
            for (Assignment other : env.assignments()) {
                if (other.key().range().start() != set.key().range().start()
                        && reference.matcher(other.value().text()).find()
                        && reported.add(name)) {
                    findings.add(
                            other.value().range(),
                            name
                                    + " is set by this same ENV, so here it still has its value from before; use two ENVs");
                }
            }
        }
    }
}
