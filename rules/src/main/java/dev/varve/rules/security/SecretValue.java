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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A secret is written into the Dockerfile: something that looks like nothing else. */
public final class SecretValue implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("secret-value", Category.SECURITY, Severity.ERROR);

    private static final Map<String, Pattern> KINDS = kinds();

    private static Map<String, Pattern> kinds() {
        Map<String, Pattern> kinds = new LinkedHashMap<>();
        kinds.put("a private key", Pattern.compile("-----BEGIN ([A-Z]+ )*PRIVATE KEY-----"));
        kinds.put("an access key of AWS", Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"));
        kinds.put("a token of GitHub", Pattern.compile("\\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,})"));
        kinds.put("a token of GitLab", Pattern.compile("\\bglpat-[A-Za-z0-9_-]{20}"));
        kinds.put("a token of npm", Pattern.compile("\\bnpm_[A-Za-z0-9]{36}\\b"));
        kinds.put("a token of PyPI", Pattern.compile("\\bpypi-AgEI[A-Za-z0-9_-]{50}"));
        kinds.put("a token of Slack", Pattern.compile("\\bxox[abprs]-[0-9]{6,}-[A-Za-z0-9-]{10,}"));
        kinds.put(
                "an address of a hook of Slack",
                Pattern.compile("hooks\\.slack\\.com/services/T\\w{6,}/B\\w{6,}/\\w{16,}"));
        kinds.put("a key of Google", Pattern.compile("\\bAIza[0-9A-Za-z_-]{35}(?![\\w-])"));
        kinds.put("a key of Stripe", Pattern.compile("\\b[rs]k_live_[0-9A-Za-z]{24}"));
        kinds.put(
                "a password",
                Pattern.compile(
                        "(?<=https?://)[\\w.%+-]+:(?!(pass(word)?|token|secret|x+)@)[^\\s/:@$'\"{}<>]{4,}@(?=[\\w.-]+)"));
        return kinds;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Dockerfile file = subject.dockerfile();
        for (Instruction instruction : file.instructions()) {
            String text = file.text(instruction.range());
            KINDS.forEach((kind, pattern) -> {
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    if (!matcher.group().contains("EXAMPLE")) {
                        int start = instruction.range().start();
                        findings.add(
                                new SourceRange(start + matcher.start(), start + matcher.end()),
                                "This looks like " + kind
                                        + ", which everybody has who has the file or the image; take it back where"
                                        + " it is from, and give another one to the RUN that needs it with --mount=type=secret");
                    }
                }
            });
        }
    }
}
