package dev.varve.rules.security;

import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.ArgDeclaration;
import dev.varve.dockerfile.Assignment;
import dev.varve.dockerfile.Env;
import dev.varve.dockerfile.SourceRange;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.regex.Pattern;

/** An ARG or ENV that is called what secrets are called. */
public final class SecretInArgOrEnv implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("secret-in-arg-or-env", Category.SECURITY, Severity.WARNING, "DL3064", "SecretsUsedInArgOrEnv");

    private static final Pattern SECRET = words("apikey|auth|credentials?|key|password|pword|passwd|secret|token");
    private static final Pattern HARMLESS = words("public|file|version");

    private static Pattern words(String words) {
        return Pattern.compile("(_|^)(" + words + ")(_|$)", Pattern.CASE_INSENSITIVE);
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            stage.instructions().forEach(instruction -> {
                if (instruction instanceof Arg arg) {
                    for (ArgDeclaration declaration : arg.declarations()) {
                        check("ARG", declaration.name(), declaration.range(), findings);
                    }
                } else if (instruction instanceof Env env) {
                    for (Assignment assignment : env.assignments()) {
                        check("ENV", assignment.key().text(), assignment.key().range(), findings);
                    }
                }
            });
        }
    }

    private static void check(String instruction, String name, SourceRange range, Findings findings) {
        if (SECRET.matcher(name).find() && !HARMLESS.matcher(name).find()) {
            findings.add(
                    range,
                    instruction + " " + name
                            + " stays readable in the image or its history; use RUN --mount=type=secret,"
                            + " or set it where the container runs");
        }
    }
}
