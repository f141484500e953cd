package dev.varve.lint;

import dev.varve.dockerfile.Comment;
import dev.varve.dockerfile.Directive;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.SourceRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the comments of a Dockerfile say of findings: {@code # varve ignore=RULE,RULE reason}, the same with {@code global},
 * hadolint's {@code # hadolint ignore=}, and BuildKit's directive {@code # check=skip=RULE;error=true}
 * ({@code frontend/dockerfile/linter/linter.go}). A comment counts for the instruction that it stands directly above or in.
 */
final class Ignores {
    static final Ignores NONE = new Ignores(List.of(), false, null, null);

    private static final Pattern PRAGMA =
            Pattern.compile("(varve|hadolint)\\s+(global\\s+)?ignore\\s*=\\s*([\\w-]+(?:\\s*,\\s*[\\w-]+)*).*");

    private final List<Ignore> ignores;
    private final Set<Ignore> used = new HashSet<>();
    private final boolean checksAreErrors;
    private final @Nullable Dockerfile file;
    private final @Nullable Rules rules;

    private Ignores(List<Ignore> ignores, boolean checksAreErrors, @Nullable Dockerfile file, @Nullable Rules rules) {
        this.ignores = ignores;
        this.checksAreErrors = checksAreErrors;
        this.file = file;
        this.rules = rules;
    }

    static Ignores of(Dockerfile file, Rules rules) {
        List<Ignore> ignores = new ArrayList<>();
        boolean errors = false;
        for (Directive directive : file.directives()) {
            if (directive.name().equals("check")) {
                errors |= readCheck(directive, ignores);
            }
        }
        for (Instruction instruction : file.instructions()) {
            readAll(instruction.syntax().comments(), instruction, ignores);
            readAll(instruction.syntax().innerComments(), instruction, ignores);
        }
        for (Comment comment : file.comments()) {
            Matcher pragma = PRAGMA.matcher(comment.text());
            if (pragma.matches() && pragma.group(2) != null) {
                add(pragma.group(3), comment.range(), 1, Integer.MAX_VALUE, ignores);
            }
        }
        return new Ignores(ignores, errors, file, rules);
    }

    private static void readAll(List<Comment> comments, Instruction instruction, List<Ignore> ignores) {
        for (Comment comment : comments) {
            Matcher pragma = PRAGMA.matcher(comment.text());
            if (pragma.matches() && pragma.group(2) == null) {
                add(pragma.group(3), comment.range(), instruction.line(), instruction.endLine(), ignores);
            }
        }
    }

    private static boolean readCheck(Directive directive, List<Ignore> ignores) {
        boolean errors = false;
        for (String part : directive.value().split(";")) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part.trim() : part.substring(0, equals).trim();
            String value = equals < 0 ? "" : part.substring(equals + 1).trim();
            if (key.equalsIgnoreCase("skip")) {
                add(value, directive.range(), 1, Integer.MAX_VALUE, ignores);
            } else if (key.equalsIgnoreCase("error")) {
                errors = value.equalsIgnoreCase("true");
            }
        }
        return errors;
    }

    private static void add(String names, SourceRange where, int first, int last, List<Ignore> ignores) {
        for (String name : names.split(",")) {
            ignores.add(new Ignore(name.trim(), where, first, last));
        }
    }

    boolean covers(Finding finding) {
        if (file == null || ignores.isEmpty()) {
            return false;
        }
        int line = file.position(finding.range().start()).line();
        boolean covered = false;
        for (Ignore ignore : ignores) {
            if (ignore.firstLine() <= line && line <= ignore.lastLine() && names(ignore, finding)) {
                used.add(ignore);
                covered = true;
            }
        }
        return covered;
    }

    /** {@code skip=all} skips BuildKit's own checks, which are the rules that have the name of one. */
    private static boolean names(Ignore ignore, Finding finding) {
        return finding.rule().isCalled(ignore.rule())
                || (ignore.rule().toLowerCase(Locale.ROOT).equals("all")
                        && ignore.isGlobal()
                        && isCheck(finding.rule()));
    }

    private static boolean isCheck(RuleInfo rule) {
        return rule.aliases().stream().anyMatch(alias -> alias.matches("[A-Z][a-zA-Z]+"));
    }

    /** The finding, an error where the file says that checks are. */
    Finding judged(Finding finding) {
        return checksAreErrors && isCheck(finding.rule()) ? finding.with(Severity.ERROR) : finding;
    }

    /** Those that were of no use, leaving out the rules that are other tools' own. */
    List<Ignore> unused() {
        return ignores.stream()
                .filter(ignore -> !used.contains(ignore))
                .filter(ignore -> rules != null && rules.find(ignore.rule()).isPresent())
                .toList();
    }
}
