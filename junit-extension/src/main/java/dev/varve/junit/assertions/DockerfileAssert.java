package dev.varve.junit.assertions;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.lint.Configuration;
import dev.varve.lint.ContextFolder;
import dev.varve.lint.Finding;
import dev.varve.lint.Linter;
import dev.varve.lint.Rules;
import dev.varve.lint.config.ConfigFile;
import dev.varve.lint.config.LintConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Assertions about a Dockerfile. */
public class DockerfileAssert extends VarveAssert<DockerfileAssert, Dockerfile> {
    private final List<String> ignored = new ArrayList<>();

    DockerfileAssert(Dockerfile actual) {
        super(actual, DockerfileAssert.class);
    }

    @Override
    String subject() {
        return actual.file();
    }

    /** Leaves these rules out, by their ids or what other linters call them. */
    public DockerfileAssert ignoring(String... rules) {
        ignored.addAll(List.of(rules));
        return this;
    }

    /**
     * The linter finds nothing. It is configured by the nearest {@code .varve.yaml}, as on the command line; a Dockerfile that
     * was read from a file is looked at with its folder as the build context.
     */
    public DockerfileAssert hasNoFindings() {
        List<String> found;
        try {
            found = findings().stream().map(this::line).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return require(
                found.isEmpty(),
                () -> new Mismatch(
                        "no findings",
                        Mismatch.lines(found),
                        "mend it, or say why not: a comment '# varve ignore=RULE', .varve.yaml or ignoring(\"RULE\")"));
    }

    private List<Finding> findings() throws IOException {
        Path file = Path.of(actual.file()).toAbsolutePath();
        Optional<Path> folder = Files.isRegularFile(file) ? Optional.ofNullable(file.getParent()) : Optional.empty();
        Rules rules = Rules.installed();
        Optional<Path> settings = folder.flatMap(ConfigFile::nearest);
        LintConfig config = settings.isPresent() ? new ConfigFile(rules).read(settings.get()) : LintConfig.defaults();
        Configuration configuration = config.configuration().ignoring(ignored);
        return new Linter(rules.with(config.rules()), configuration)
                .lint(actual, folder.map(context -> ContextFolder.of(context, file)))
                .findings();
    }

    private String line(Finding finding) {
        return "line " + actual.position(finding.range().start()).line() + "  "
                + finding.rule().id() + ": " + finding.message();
    }
}
