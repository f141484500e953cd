package dev.varve.rules.cache;

import dev.varve.dockerfile.SourceRange;
import dev.varve.lint.Category;
import dev.varve.lint.CommandRule;
import dev.varve.lint.Findings;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.Place;
import dev.varve.lint.shell.ShellWord;
import dev.varve.lint.shell.Statement;
import java.util.List;
import java.util.Optional;

/** A command that empties the cache that is mounted for it, or does not use it. */
public final class CleanedCacheMount extends CommandRule {
    public CleanedCacheMount() {
        super(RuleInfo.of("cleaned-cache-mount", Category.CACHE, Severity.WARNING));
    }

    @Override
    protected void check(Command command, RunScript run, Findings findings) {
        List<String> caches = CacheMounts.of(run.run());
        if (caches.isEmpty()) {
            return;
        }
        Optional<ShellWord> unused = unusedFlag(command, caches);
        if (unused.isPresent()) {
            SourceRange flag = unused.get().range();
            findings.add(
                            flag,
                            unused.get().text() + " lets " + command.name()
                                    + " not use the cache that is mounted; leave it out")
                    .safeFix(
                            "Leave the flag out", edits -> edits.delete(new SourceRange(flag.start() - 1, flag.end())));
        } else if (cleans(command, caches)) {
            Findings.Draft finding = findings.add(
                    command.range(),
                    "This empties the cache that is mounted, so that the next build finds nothing in it; a mount is no part of"
                            + " the image, leave the command out");
            rest(command.place())
                    .ifPresent(range -> finding.safeFix("Leave the command out", edits -> edits.delete(range)));
        }
    }

    private static boolean has(List<String> caches, String part) {
        return caches.stream().anyMatch(cache -> cache.contains(part));
    }

    private static Optional<ShellWord> unusedFlag(Command command, List<String> caches) {
        if (command.is("pip", "pip3", "python", "python3") && has(caches, "pip")) {
            return command.flag("no-cache-dir");
        }
        return command.is("apk") && has(caches, "/apk") ? command.flag("no-cache") : Optional.empty();
    }

    private static boolean cleans(Command command, List<String> caches) {
        return switch (command.name()) {
            case "rm" -> command.operands().stream().map(ShellWord::text).anyMatch(path -> removes(path, caches));
            case "apt-get", "apt" ->
                has(caches, "/var/cache/apt") && first(command).matches("clean|autoclean");
            case "npm" -> has(caches, "npm") && first(command).equals("cache") && command.hasArgument("clean");
            case "yarn" -> has(caches, "yarn") && first(command).equals("cache") && command.hasArgument("clean");
            case "pip", "pip3" -> has(caches, "pip") && first(command).equals("cache") && command.hasArgument("purge");
            case "go" -> has(caches, "pkg/mod") && command.hasFlag("modcache");
            case "dnf", "yum", "microdnf" ->
                has(caches, "/var/cache/") && first(command).equals("clean");
            case "composer" -> has(caches, "cache") && first(command).matches("clear-?cache");
            default -> false;
        };
    }

    private static String first(Command command) {
        return command.operands().stream().findFirst().map(ShellWord::text).orElse("");
    }

    private static boolean removes(String path, List<String> caches) {
        String folder = path.replaceFirst("/\\*?$", "");
        return !folder.isEmpty()
                && caches.stream()
                        .anyMatch(cache -> cache.equals(folder)
                                || cache.startsWith(folder + "/")
                                || folder.startsWith(cache + "/"));
    }

    /** A link of an {@code &&} chain together with the operator in front of it. */
    private static Optional<SourceRange> rest(Place place) {
        Statement.AndOr chain = place.chain();
        if (chain == null || place.link() == 0 || place.pipeline() != null || place.depth() > 0) {
            return Optional.empty();
        }
        boolean plain = chain.operators().stream().allMatch(operator -> operator == Statement.ChainOperator.AND);
        int from = chain.statements().get(place.link() - 1).range().end();
        int to = chain.statements().get(place.link()).range().end();
        return plain ? Optional.of(new SourceRange(from, to)) : Optional.empty();
    }
}
