package dev.varve.lint.history.cost;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Guesses how long a command takes, for a project of middling size on a common CI machine with a good network. What counts is
 * that they stand in about the right order to each other. What is left of it where a cache mount keeps the downloads, or what
 * was compiled, was measured: see {@code docs/replay.md}.
 */
public final class CostTable {
    private static final double ANY_COMMAND = 1;
    /** What is left for Cargo to compile where all that a project depends on is there. */
    private static final double CARGO_REST = 0.3;
    /** What Go's modules take where a build must fetch them itself. */
    private static final double GO_MODULES = 12;

    private static final Pattern MODULES_FETCHED = Pattern.compile("\\bgo (mod download|build|install|test|get)");
    private static final Pattern GO_MODULE_CACHE = Pattern.compile("pkg/mod|go-?mod");

    private static final List<Row> ROWS = List.of(
            row("(apt-get|apt|aptitude)( -\\S+)* install", 20),
            row("(apt-get|apt)( -\\S+)* update", 5),
            row("apk( -\\S+)* (add|upgrade)", 5),
            row("(dnf|yum|microdnf|tdnf|zypper)( -\\S+)* install", 35),
            row("\\bnpm( -\\S+)* (ci|install|i)\\b", 40).keeping("npm", 0.8),
            row("yarn( install| workspaces focus|( --\\S+)*\\s*$)", 40).keeping("yarn", 0.4),
            row("pnpm( -\\S+)* (install|i|fetch|add)\\b", 25),
            row("bun install", 10),
            row("prisma[ :]generate", 5),
            row("(npm|yarn|pnpm|bun)( run)? \\S*(build|generate\\s*$)", 60),
            row("(next|vite|nuxt|tsc|webpack|turbo|\\bng)( run)? ?\\S*(build|generate\\s*$)", 60),
            row("playwright install", 40),
            row("pip3?( -\\S+)* (install|wheel)", 30).keeping("pip", 0.65),
            row("poetry( -\\S+)* install", 35).after("poetry( -\\S+)* install", 0.1),
            row("pipenv( -\\S+)* (install|sync)", 35),
            row("uv( -\\S+)* (sync|pip install)", 8).keeping("/uv", 0.7),
            row("collectstatic", 6),
            row("\\bgo mod download", GO_MODULES).keeping(GO_MODULE_CACHE.pattern(), 0.05),
            row("\\bgo build( -\\S+)* -a\\b", 30).fetchingModules(),
            row("\\bgo (build|install)", 30).fetchingModules().keeping("go-build", 0.05),
            row("cargo chef prepare", ANY_COMMAND),
            row("cargo build", 120).after("cargo chef cook", CARGO_REST).keeping("target", CARGO_REST),
            row("cargo install", 120),
            row("cargo fetch", 20),
            row("cargo chef cook", 60).keeping("target", CARGO_REST),
            row("mvnw?\\b.*\\bdependency:", 60).keeping("\\.m2", 0.4),
            row("mvnw?\\b.*\\b(package|verify|install)", 90).keeping("\\.m2", 0.4),
            row("gradlew?\\b.*\\b(build|assemble|\\w*[jJ]ar)", 90),
            row("gradlew?\\b.*\\bdependencies", 60),
            row("bundle( -\\S+)* install", 60),
            row("assets:precompile", 45),
            row("composer( -\\S+)* install", 20),
            row("dotnet restore", 20),
            row("dotnet (build|publish|test)", 30),
            row("mix deps.get", 10),
            row("mix (deps\\.)?compile", 40),
            row("docker-php-ext-install", 40),
            row("\\bcmake\\b", 90),
            row("\\bmake\\b", 60),
            row("\\bgit clone\\b", 5),
            row("\\b(curl|wget)\\b", 3),
            row("chown -R", 3));

    /**
     * One kind of command.
     *
     * @param seconds with nothing kept
     * @param fetches whether it fetches Go's modules where they are not there yet
     * @param savings what leaves less of it, of which only the greatest counts
     */
    private record Row(Pattern command, double seconds, boolean fetches, List<Saving> savings) {
        Row keeping(String folder, double left) {
            return with(new Saving(Pattern.compile(folder), true, left));
        }

        Row after(String earlier, double left) {
            return with(new Saving(Pattern.compile(earlier), false, left));
        }

        private Row with(Saving saving) {
            List<Saving> more = new ArrayList<>(savings);
            more.add(saving);
            return new Row(command, seconds, fetches, List.copyOf(more));
        }

        Row fetchingModules() {
            return new Row(command, seconds, true, savings);
        }

        double seconds(Work work, boolean fetched) {
            double left = savings.stream()
                    .filter(saving -> saving.applies(work))
                    .mapToDouble(Saving::left)
                    .min()
                    .orElse(1);
            return seconds * left + (fetches && !fetched ? GO_MODULES : 0);
        }
    }

    /**
     * What makes a command faster.
     *
     * @param found in the name of a folder that is kept, or among what ran before
     * @param left the share of the time that is left with it
     */
    private record Saving(Pattern found, boolean inFolders, double left) {
        boolean applies(Work work) {
            return inFolders
                    ? work.kept().stream()
                            .anyMatch(folder -> found.matcher(folder).find())
                    : found.matcher(work.before()).find();
        }
    }

    private CostTable() {}

    private static Row row(String command, double seconds) {
        return new Row(Pattern.compile(command), seconds, false, List.of());
    }

    /** The sum over the commands of a script, each by the first row that it is of; of branches the one that takes longest. */
    public static double seconds(Work work) {
        boolean fetched = hasGoModules(work);
        Deque<Branches> open = new ArrayDeque<>();
        open.push(new Branches());
        for (String command : work.script().split("&&|[;|\\n]")) {
            String first = command.strip().replaceFirst("\\s.*", "");
            if (first.equals("if") || first.equals("case")) {
                open.push(new Branches());
            } else if (first.equals("else") || first.equals("elif")) {
                open.element().next();
            } else if ((first.equals("fi") || first.equals("esac")) && open.size() > 1) {
                double longest = open.pop().longest();
                open.element().add(longest);
            }
            Row row = ROWS.stream()
                    .filter(each -> each.command.matcher(command).find())
                    .findFirst()
                    .orElse(null);
            if (row != null) {
                open.element().add(row.seconds(work, fetched));
                fetched |= MODULES_FETCHED.matcher(command).find();
            }
        }
        while (open.size() > 1) {
            double longest = open.pop().longest();
            open.element().add(longest);
        }
        return Math.max(open.element().longest(), ANY_COMMAND);
    }

    /** Whether Go's modules are there before a RUN begins. */
    public static boolean hasGoModules(Work work) {
        return MODULES_FETCHED.matcher(work.before()).find()
                || work.kept().stream()
                        .anyMatch(folder -> GO_MODULE_CACHE.matcher(folder).find());
    }

    /** The branches of a condition, added up one after the other. */
    private static final class Branches {
        private double longest;
        private double current;

        void add(double seconds) {
            current += seconds;
        }

        void next() {
            longest = longest();
            current = 0;
        }

        double longest() {
            return Math.max(longest, current);
        }
    }
}
