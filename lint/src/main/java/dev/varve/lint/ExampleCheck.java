package dev.varve.lint;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import dev.varve.lint.page.Example;
import dev.varve.lint.page.RulePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds a rule to the examples on its page. */
public final class ExampleCheck {
    private final Rule rule;
    private final Path scratch;
    private final ConfigurationText configurations;
    private final List<String> complaints = new ArrayList<>();
    private int folders;

    /** Reads the configuration of an example. */
    @FunctionalInterface
    public interface ConfigurationText {
        /** @throws IllegalArgumentException where the text is no configuration */
        Configuration read(String text);
    }

    /**
     * @param scratch an empty folder for the files of examples
     * @param configurations reads the configurations of examples
     */
    public ExampleCheck(Rule rule, Path scratch, ConfigurationText configurations) {
        this.rule = rule;
        this.scratch = scratch;
        this.configurations = configurations;
    }

    /**
     * Lints every example with this rule alone, applies its fixes, and tells what is not as the page says.
     *
     * @throws IOException where the files of an example cannot be written
     */
    public List<String> complaints() throws IOException {
        RulePage page = rule.page();
        for (Example example : page.bad()) {
            check(example);
        }
        for (Example example : page.good()) {
            check(example);
        }
        return List.copyOf(complaints);
    }

    private void check(Example example) throws IOException {
        Configuration configured =
                example.configuration().map(configurations::read).orElse(Configuration.defaults());
        Linter linter = new Linter(
                Rules.of(List.of(rule)),
                configured.selecting(List.of(rule.info().id())),
                name -> platforms(example, name));
        Optional<ContextFolder> context = context(example);
        Dockerfile dockerfile = Dockerfile.parse("Dockerfile", example.dockerfile());
        List<Finding> findings = linter.lint(dockerfile, context).findings();
        List<Integer> lines = findings.stream()
                .map(finding -> dockerfile.position(finding.range().start()).line())
                .sorted()
                .toList();
        if (!lines.equals(example.expected())) {
            complain(
                    example, "findings on lines " + lines + ", expected on " + example.expected() + describe(findings));
        }
        checkFixes(example, dockerfile, findings, linter, context);
    }

    private static Set<Platform> platforms(Example example, ImageReference name) {
        return example.images().getOrDefault(name.familiar(), List.of()).stream()
                .map(Platform::parse)
                .collect(Collectors.toSet());
    }

    private static String describe(List<Finding> findings) {
        return findings.stream().map(finding -> "\n  " + finding.message()).reduce("", String::concat);
    }

    private void checkFixes(
            Example example,
            Dockerfile dockerfile,
            List<Finding> findings,
            Linter linter,
            Optional<ContextFolder> context) {
        List<Finding> fixable = findings.stream()
                .filter(finding ->
                        finding.fixes().stream().anyMatch(fix -> fix.other().isEmpty()))
                .toList();
        if (example.fixed().isPresent() && fixable.isEmpty()) {
            complain(example, "the page shows what fixing gives, but no fix is offered");
        }
        if (fixable.isEmpty()) {
            return;
        }
        Fixer fixer = new Fixer(linter, true);
        Dockerfile after = fixer.fix(dockerfile, context).after();
        example.fixed()
                .filter(text -> !text.equals(after.text()))
                .ifPresent(text -> complain(example, "fixing gives\n" + after.text() + "instead of\n" + text));
        if (after.hasErrors()) {
            complain(example, "the fixed file does not parse:\n" + after.text());
        }
        long left = linter.lint(after, context).findings().size();
        if (left > findings.size() - fixable.size()) {
            complain(example, left + " findings are left in the fixed file:\n" + after.text());
        }
        if (fixer.fix(after, context).isChanged()) {
            complain(example, "fixing the fixed file changes it again");
        }
    }

    private Optional<ContextFolder> context(Example example) throws IOException {
        if (example.files().isEmpty()) {
            return Optional.empty();
        }
        Path folder = Files.createDirectory(scratch.resolve("example-" + folders++));
        for (var file : example.files().entrySet()) {
            Path path = folder.resolve(file.getKey()).normalize();
            if (!path.startsWith(folder)) {
                throw new IOException(file.getKey() + " leads out of the example's folder");
            }
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Path dockerfile = folder.resolve("Dockerfile");
        Files.writeString(dockerfile, example.dockerfile());
        return Optional.of(ContextFolder.of(folder, dockerfile));
    }

    private void complain(Example example, String what) {
        complaints.add(rule.info().id() + ".md:" + example.line() + ": " + what);
    }
}
