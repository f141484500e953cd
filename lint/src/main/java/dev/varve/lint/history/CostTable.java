package dev.varve.lint.history;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Guesses how long a command takes, for a project of middling size on a common CI machine with a good network. What counts is
 * that they stand in about the right order to each other.
 */
final class CostTable {
    private static final double ANY_COMMAND = 1;

    private static final List<Row> ROWS = List.of(
            row("(apt-get|apt|aptitude)( -\\S+)* install", 20),
            row("(apt-get|apt)( -\\S+)* update", 5),
            row("apk( -\\S+)* (add|upgrade)", 5),
            row("(dnf|yum|microdnf|tdnf|zypper)( -\\S+)* install", 35),
            row("npm( -\\S+)* (ci|install|i)\\b", 40),
            row("yarn( install| workspaces focus|( --\\S+)*\\s*$)", 40),
            row("pnpm( -\\S+)* (install|i|fetch)\\b", 25),
            row("bun install", 10),
            row("(npm|yarn|pnpm|bun)( run)? \\S*build", 60),
            row("(next|vite|nuxt|tsc|webpack|turbo)( run)? ?\\S*build", 60),
            row("prisma generate", 5),
            row("playwright install", 40),
            row("pip3?( -\\S+)* (install|wheel)", 30),
            row("poetry( -\\S+)* install", 35),
            row("pipenv( -\\S+)* (install|sync)", 35),
            row("uv( -\\S+)* (sync|pip install)", 8),
            row("collectstatic", 6),
            row("\\bgo mod download", 12),
            row("\\bgo (build|install)", 30),
            row("cargo (build|install)", 120),
            row("cargo (fetch|chef)", 60),
            row("mvnw?\\b.*\\bdependency:", 60),
            row("mvnw?\\b.*\\b(package|verify|install)", 90),
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

    private record Row(Pattern command, double seconds) {}

    private CostTable() {}

    private static Row row(String command, double seconds) {
        return new Row(Pattern.compile(command), seconds);
    }

    /** The sum over the commands of a script, each by the first row that it is of. */
    static double seconds(String script) {
        double seconds = 0;
        for (String command : script.split("&&|[;|\\n]")) {
            seconds += ROWS.stream()
                    .filter(row -> row.command.matcher(command).find())
                    .mapToDouble(Row::seconds)
                    .findFirst()
                    .orElse(0);
        }
        return Math.max(seconds, ANY_COMMAND);
    }
}
