package dev.varve.rules.security;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.SourceRange;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A secret is written into the Dockerfile: something that looks like nothing else. */
public final class SecretValue implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("secret-value", Category.SECURITY, Severity.ERROR);

    private static final List<Kind> KINDS = List.of(
            new Kind("a private key", "PRIVATE KEY", "-----BEGIN ([A-Z]+ )*PRIVATE KEY-----"),
            new Kind("an access key of AWS", "AKIA", "\\bAKIA[0-9A-Z]{16}\\b"),
            new Kind("an access key of AWS", "ASIA", "\\bASIA[0-9A-Z]{16}\\b"),
            new Kind("a token of GitHub", "gh", "\\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,})"),
            new Kind("a token of GitLab", "glpat-", "\\bglpat-[A-Za-z0-9_-]{20}"),
            new Kind("a token of npm", "npm_", "\\bnpm_[A-Za-z0-9]{36}\\b"),
            new Kind("a token of PyPI", "pypi-AgEI", "\\bpypi-AgEI[A-Za-z0-9_-]{50}"),
            new Kind("a token of Slack", "xox", "\\bxox[abprs]-[0-9]{6,}-[A-Za-z0-9-]{10,}"),
            new Kind("a hook of Slack", "hooks.slack.com", "hooks\\.slack\\.com/services/T\\w{6,}/B\\w{6,}/\\w{16,}"),
            new Kind("a key of Google", "AIza", "\\bAIza[0-9A-Za-z_-]{35}(?![\\w-])"),
            new Kind("a key of Stripe", "k_live_", "\\b[rs]k_live_[0-9A-Za-z]{24}"),
            new Kind(
                    "a password",
                    "@",
                    "(?<=https?://)[\\w.%+-]+:(?!(pass(word)?|token|secret|x+)@)[^\\s/:@$'\"{}<>]{4,}@(?=[\\w.-]+)"));

    /**
     * Something that is a secret.
     *
     * @param sign what every one of them has in it, which is quickly looked for
     */
    private record Kind(String name, String sign, Pattern pattern) {
        Kind(String name, String sign, String pattern) {
            this(name, sign, Pattern.compile(pattern));
        }
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Dockerfile file = subject.dockerfile();
        List<Kind> possible =
                KINDS.stream().filter(kind -> file.text().contains(kind.sign())).toList();
        for (Instruction instruction : possible.isEmpty() ? List.<Instruction>of() : file.instructions()) {
            String text = file.text(instruction.range());
            possible.stream()
                    .filter(kind -> text.contains(kind.sign()))
                    .forEach(kind -> check(kind, text, instruction.range().start(), findings));
        }
    }

    private static void check(Kind kind, String text, int start, Findings findings) {
        Matcher matcher = kind.pattern().matcher(text);
        while (matcher.find()) {
            if (!matcher.group().contains("EXAMPLE")) {
                findings.add(
                        new SourceRange(start + matcher.start(), start + matcher.end()),
                        "This looks like " + kind.name()
                                + ", which everybody has who has the file or the image; take it back where"
                                + " it is from, and give another one to the RUN that needs it with --mount=type=secret");
            }
        }
    }
}
