package dev.varve.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.lint.Configuration;
import dev.varve.lint.ContextFolder;
import dev.varve.lint.Finding;
import dev.varve.lint.FixedFile;
import dev.varve.lint.Fixer;
import dev.varve.lint.Linter;
import dev.varve.lint.Rules;
import dev.varve.lint.diff.UnifiedDiff;
import dev.varve.lint.search.ContextGuess;
import dev.varve.lint.search.DockerfileSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What fixing makes of whole files, all rules together: those of the rules' pages, and with {@code -Dvarve.dockerfiles=FOLDER} those
 * of a folder.
 */
class FixedFilesTest {
    private final Linter linter = new Linter(Rules.of(new ShippedRules().rules()), Configuration.defaults());
    private final ContextGuess guess = new ContextGuess();

    @TempDir
    private Path scratch;

    @Test
    void a_fixed_file_parses_lacks_what_was_fixed_and_is_not_changed_again() throws IOException, InterruptedException {
        List<Dockerfile> files = files();
        List<String> wrong = new ArrayList<>();
        int changed = 0;
        for (Dockerfile file : files) {
            for (boolean unsafe : new boolean[] {false, true}) {
                changed += check(file, new Fixer(linter, unsafe), wrong) ? 1 : 0;
            }
        }
        System.out.printf("%d of %d files changed%n", changed, 2 * files.size());

        assertThat(wrong).isEmpty();
        assertThat(changed).isGreaterThan(50);
    }

    private List<Dockerfile> files() throws IOException {
        String folder = System.getProperty("varve.dockerfiles");
        if (folder == null) {
            return new ShippedRules()
                    .rules().stream()
                            .flatMap(rule -> rule.page().bad().stream()
                                    .map(example -> Dockerfile.parse(
                                            rule.info().id() + ".md:" + example.line(), example.dockerfile())))
                            .toList();
        }
        List<Dockerfile> files = new ArrayList<>();
        for (Path path : new DockerfileSearch(file -> false).below(Path.of(folder))) {
            files.add(Dockerfile.parse(path.toString(), Files.readAllBytes(path)));
        }
        return files;
    }

    private boolean check(Dockerfile file, Fixer fixer, List<String> wrong) throws IOException, InterruptedException {
        Optional<ContextFolder> context = guess.of(Path.of(file.file()), file);
        FixedFile fixed = fixer.fix(file, context);
        if (!fixed.isChanged()) {
            return false;
        }
        Dockerfile after = fixed.after();
        if (after.hasErrors() && !file.hasErrors()) {
            wrong.add(file.file() + ": does not parse any more");
        }
        if (fixer.fix(after, context).isChanged()) {
            wrong.add(file.file() + ": is changed by a second run");
        }
        Set<String> left = places(after, linter.lint(after, context).findings());
        places(file, fixed.fixed()).stream()
                .filter(left::contains)
                .forEach(place -> wrong.add(file.file() + ": is fixed and still found: " + place));
        if (!patched(file, after).equals(after.text())) {
            wrong.add(file.file() + ": patch does not make of the difference what fixing does");
        }
        return true;
    }

    /** Rules with the instructions in which they find something that can be mended in the file itself. */
    private static Set<String> places(Dockerfile file, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !finding.fixes().isEmpty()
                        && finding.fixes().stream().allMatch(fix -> fix.other().isEmpty()))
                .map(finding -> finding.rule().id() + " in " + instruction(file, finding))
                .collect(Collectors.toSet());
    }

    private static String instruction(Dockerfile file, Finding finding) {
        int start = finding.range().start();
        return file.instructions().stream()
                .filter(one ->
                        one.range().start() <= start && start <= one.range().end())
                .map(one -> file.text(one.range()))
                .findFirst()
                .orElse("the file");
    }

    private String patched(Dockerfile before, Dockerfile after) throws IOException, InterruptedException {
        Path target = Files.writeString(scratch.resolve("Dockerfile"), before.text());
        Path diff =
                Files.writeString(scratch.resolve("diff"), UnifiedDiff.of("Dockerfile", before.text(), after.text()));
        Process patch = new ProcessBuilder("git", "apply", "--whitespace=nowarn", diff.toString())
                .directory(scratch.toFile())
                .inheritIO()
                .start();
        return patch.waitFor() == 0 ? Files.readString(target) : "";
    }
}
