package dev.varve.lint;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.lint.layers.Heat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs rules over Dockerfiles. Safe for use by several threads. */
public final class Linter {
    private final ActiveRules active;
    private final Rules rules;
    private final Configuration configuration;
    private final KnownImages images;
    private final Heat heat;

    /** Names of rules in the configuration that are no rule's are not heeded; {@link Rules#find} tells which those are. */
    public Linter(Rules rules, Configuration configuration) {
        this(rules, configuration, KnownImages.NONE);
    }

    /** The same for rules that may ask for the images that Dockerfiles name. */
    public Linter(Rules rules, Configuration configuration, KnownImages images) {
        this(rules, configuration, images, Heat.BY_KIND);
    }

    private Linter(Rules rules, Configuration configuration, KnownImages images, Heat heat) {
        this.images = images;
        this.rules = rules;
        this.configuration = configuration;
        this.heat = heat;
        this.active = new ActiveRules(rules, configuration);
    }

    /** The same for build contexts of which it is known how often their files change. */
    public Linter with(Heat known) {
        return new Linter(rules, configuration, images, known);
    }

    /** Lints a Dockerfile of which the build context is not known. */
    public LintedFile lint(Dockerfile dockerfile) {
        return lint(dockerfile, Optional.empty());
    }

    /** Lints a Dockerfile together with the folder that it is built with. */
    public LintedFile lint(Dockerfile dockerfile, Optional<ContextFolder> context) {
        return lint(dockerfile, context, List.of());
    }

    /**
     * Lints a Dockerfile together with the folder that it is built with.
     *
     * @param more what another program has found in it, which the configuration and the file's comments may leave out too
     */
    public LintedFile lint(Dockerfile dockerfile, Optional<ContextFolder> context, List<Finding> more) {
        Subject subject = new Subject(dockerfile, context, configuration.settings(), images, heat);
        Ignores ignores = configuration.inlineIgnores() ? Ignores.of(dockerfile, rules) : Ignores.NONE;
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : active.list()) {
            Findings found = new Findings(rule.info(), active.severity(rule.info()), dockerfile);
            rule.check(subject, found);
            found.toList().stream().filter(finding -> !ignores.covers(finding)).forEach(findings::add);
        }
        more.stream()
                .filter(finding -> active.wants(finding.rule()) && !ignores.covers(finding))
                .map(active::judged)
                .forEach(findings::add);
        findings.replaceAll(ignores::judged);
        findings.sort(Linter::inFileOrder);
        return new LintedFile(SourceFile.of(dockerfile), findings, ignores.unused());
    }

    /** A plain method, as the JDK's comparators are put together when first used, which takes long. */
    private static int inFileOrder(Finding one, Finding other) {
        int order = Integer.compare(one.range().start(), other.range().start());
        return order != 0 ? order : one.rule().id().compareTo(other.rule().id());
    }
}
