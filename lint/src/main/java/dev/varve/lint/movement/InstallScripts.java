package dev.varve.lint.movement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scripts of a {@code package.json} that an install runs. What files they read is known of a few tools only. */
public final class InstallScripts {
    private static final Pattern MEMBER = Pattern.compile("\"([\\w:.-]+)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final List<String> HOOKS =
            List.of("preinstall", "install", "postinstall", "preprepare", "prepare", "postprepare");
    private static final Pattern OTHER =
            Pattern.compile("(?:npm run|pnpm run|yarn run|yarn|pnpm|bun run)(?: -\\S+)* ([\\w:.-]+)");
    /** What installs hooks for git, checks the package manager or downloads what a dependency says. */
    private static final Pattern READS_NOTHING =
            Pattern.compile("(?:npx )?(?:husky(?: install)?|is-ci|lefthook install(?: -f)?"
                    + "|simple-git-hooks|only-allow \\w+|playwright install.*|patch-package.*|true|exit 0|echo [^>]*)");

    private static final Pattern PRISMA = Pattern.compile("(?:npx |pnpm |yarn )?prisma generate(?: --no-hints)?");

    private final Map<String, String> members = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private boolean prisma;

    private InstallScripts(String text) {
        Matcher member = MEMBER.matcher(text);
        while (member.find()) {
            members.put(member.group(1), member.group(2));
        }
    }

    /** Which files besides the manifests an install reads because of them; empty where that may be any. */
    public static Optional<Predicate<String>> reads(String packageJson) {
        InstallScripts scripts = new InstallScripts(packageJson);
        if (!HOOKS.stream().allMatch(scripts::isKnown)) {
            return Optional.empty();
        }
        return Optional.of(path -> scripts.prisma
                && (path.endsWith(".prisma") || path.matches("(.*/)?(prisma\\.config|\\.config/prisma)\\.\\w+")));
    }

    private boolean isKnown(String name) {
        String script = members.get(name);
        if (script == null || !asked.add(name)) {
            return true;
        }
        for (String command : script.split("&&|\\|\\||;")) {
            if (!isKnownCommand(command.strip())) {
                return false;
            }
        }
        return true;
    }

    private boolean isKnownCommand(String command) {
        if (command.isEmpty() || READS_NOTHING.matcher(command).matches()) {
            return true;
        }
        if (PRISMA.matcher(command).matches()) {
            prisma = true;
            return true;
        }
        Matcher other = OTHER.matcher(command);
        return other.matches() && members.containsKey(other.group(1)) && isKnown(other.group(1));
    }
}
