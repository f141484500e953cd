package dev.varve.lint.history.replay;

import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Word;
import dev.varve.lint.movement.Ecosystem;
import dev.varve.lint.movement.Writes;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program leaves that is made to keep caches valid: the same whenever some of the files are the same that it looks at.
 * {@code cargo chef prepare} writes down manifests and which targets there are (its {@code src/skeleton/read.rs});
 * {@code turbo prune --docker} copies manifests to one folder and packages to another (its {@code commands/prune.rs}).
 *
 * @param output the absolute path of all that it writes
 * @param counts what decides the content of a path in there
 */
public record KnownOutput(String output, Counting counts) {
    private static final Pattern CHEF =
            Pattern.compile("cargo chef prepare(?: --recipe-path[ =](?<recipe>[\\w./-]+))?");
    private static final Pattern PRUNE =
            Pattern.compile("(?:npx |pnpm (?:dlx |exec )?|yarn (?:dlx )?|bunx )?turbo(?:@\\S+)? prune"
                    + "(?: (?!--out-dir|--production)[\\w@/.=-]+)*");
    private static final Pattern RUST_TARGET = Pattern.compile(
            "(?:.*/)?(?:build|src/main|src/lib|(?:src/bin|tests|benches|examples)/(?:[^/]+|[^/]+/main))\\.rs");

    private static final Pattern ROOT_FILE =
            Pattern.compile("(?:.*/)?(?:turbo\\.jsonc?|\\.gitignore|\\.gitattributes|\\.env[^/]*)");

    /**
     * What decides a content.
     *
     * @param below absolute paths in and below which everything does
     * @param content files of the build context whose bytes do, wherever they were copied to
     * @param presence files of the build context of which only counts whether they are there
     */
    public record Deciding(List<String> below, Predicate<String> content, Predicate<String> presence) {}

    /** What decides the content of an absolute path; empty where that is not known. */
    @FunctionalInterface
    public interface Counting {
        Optional<Deciding> of(String path);
    }

    /**
     * @param folder the working directory
     * @param isInPackage whether a file of the build context may lie in a package of the repository other than its root
     */
    public static Optional<KnownOutput> of(Run run, String folder, Predicate<String> isInPackage) {
        if (run.syntax().form() == Form.EXEC || !run.syntax().heredocs().isEmpty()) {
            return Optional.empty();
        }
        String command = String.join(" ", run.command().stream().map(Word::text).toList())
                .strip()
                .replaceAll("\\s+", " ");
        String base = folder.equals("/") ? "" : folder;
        Matcher chef = CHEF.matcher(command);
        if (chef.matches()) {
            String recipe = Optional.ofNullable(chef.group("recipe")).orElse("recipe.json");
            String path = recipe.startsWith("/") ? recipe : base + "/" + recipe.replaceFirst("^\\./", "");
            return Optional.of(new KnownOutput(path, wanted -> Optional.of(recipe())));
        }
        if (PRUNE.matcher(command).matches() && command.contains(" --docker")) {
            return Optional.of(new KnownOutput(base + "/out", wanted -> pruned(base, wanted, isInPackage)));
        }
        return Optional.empty();
    }

    private static Deciding recipe() {
        return new Deciding(
                List.of(),
                Ecosystem.CARGO::reads,
                path -> RUST_TARGET.matcher(path).matches());
    }

    /** Of the root there are manifests, settings and what {@code globalDependencies} usually name. */
    private static Optional<Deciding> pruned(String base, String wanted, Predicate<String> isInPackage) {
        String out = base + "/out/";
        boolean whole = wanted.length() < out.length() || wanted.equals(out + "full");
        boolean full = wanted.startsWith(out + "full/");
        Predicate<String> root =
                path -> Ecosystem.NODE.reads(path) || ROOT_FILE.matcher(path).matches();
        return Optional.of(new Deciding(
                full ? List.of(base + wanted.substring((out + "full").length())) : List.of(),
                whole ? root.or(isInPackage) : root,
                path -> false));
    }

    /** Whether it may write there. */
    public boolean isAt(String path) {
        return Writes.overlap(output, path);
    }
}
