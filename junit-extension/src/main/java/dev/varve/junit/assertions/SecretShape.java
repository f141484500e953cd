package dev.varve.junit.assertions;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What secrets look like that can be told from other text. */
enum SecretShape {
    PRIVATE_KEY(
            "a private key",
            "-----BEGIN (?:[A-Z]+ )?PRIVATE KEY(?: BLOCK)?-----(?:\\s|\\\\n)+[A-Za-z0-9+/=:,\\-\\s\\\\]{64}"),
    AWS("an AWS access key", "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
    GITHUB("a GitHub token", "\\bgh[pousr]_[A-Za-z0-9]{36,255}\\b"),
    GITHUB_FINE_GRAINED("a GitHub token", "\\bgithub_pat_[A-Za-z0-9_]{82}\\b"),
    GITLAB("a GitLab token", "\\bglpat-[A-Za-z0-9_-]{20,}"),
    SLACK("a Slack token", "\\bxox[abprs]-[0-9]{6,}-[A-Za-z0-9-]{10,}"),
    GOOGLE("a Google API key", "\\bAIza[0-9A-Za-z_-]{35}\\b"),
    STRIPE("a Stripe key", "\\b[sr]k_live_[0-9A-Za-z]{24,}"),
    NPM("an npm token", "\\bnpm_[A-Za-z0-9]{36}\\b"),
    PYPI("a PyPI token", "\\bpypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,}"),
    DOCKER_HUB("a Docker Hub token", "\\bdckr_pat_[A-Za-z0-9_-]{27}");

    private static final int SHOWN = 8;

    private final String name;
    private final Pattern pattern;

    SecretShape(String name, String pattern) {
        this.name = name;
        this.pattern = Pattern.compile(pattern);
    }

    /** What was found, with no more than its beginning. */
    Optional<String> find(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.of(
                this == PRIVATE_KEY ? name : name + " " + matcher.group().substring(0, SHOWN) + "…");
    }
}
