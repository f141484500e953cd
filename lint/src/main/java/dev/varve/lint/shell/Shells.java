package dev.varve.lint.shell;

import dev.varve.dockerfile.Comment;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.OnBuild;
import dev.varve.dockerfile.Shell;
import dev.varve.dockerfile.Stage;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which shell reads which instruction: the one that SHELL set last, in the stage or in the one it starts from; otherwise
 * {@code sh}, or {@code cmd} in an image of Windows. A comment {@code # hadolint shell=bash} says what shell a base image brings, from there to the end of the stage.
 */
final class Shells {
    private static final Pattern PRAGMA = Pattern.compile("hadolint\\s+shell\\s*=\\s*(\\S+)");
    private static final Pattern WINDOWS = Pattern.compile("windows|nanoserver|servercore", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHEBANG = Pattern.compile("#!\\s*(\\S+)(?:[ \\t]+(?:-S[ \\t]+)?(\\S+))?");

    private final IdentityHashMap<Instruction, ShellKind> shells;

    private Shells(IdentityHashMap<Instruction, ShellKind> shells) {
        this.shells = shells;
    }

    static Shells of(Dockerfile file) {
        IdentityHashMap<Instruction, ShellKind> shells = new IdentityHashMap<>();
        Map<String, ShellKind> stages = new HashMap<>();
        Pragmas pragmas = new Pragmas(file.comments().iterator());
        for (Stage stage : file.stages()) {
            ShellKind announced = pragmas.before(stage.from().line());
            ShellKind inherited = stages.get(stage.from().base().text().toLowerCase(Locale.ROOT));
            ShellKind shell = announced != null ? announced : inherited != null ? inherited : ofImage(stage);
            for (Instruction instruction : stage.instructions()) {
                ShellKind said = pragmas.before(instruction.line());
                shell = said == null ? shell : said;
                shells.put(instruction, shell);
                if (instruction instanceof OnBuild onBuild) {
                    shells.put(onBuild.trigger(), shell);
                }
                if (instruction instanceof Shell set) {
                    shell = ShellKind.of(set.command().get(0).text());
                }
            }
            if (stage.name() != null) {
                stages.put(stage.name(), shell);
            }
        }
        return new Shells(shells);
    }

    /** Goes through the comments once, as the instructions are gone through. */
    private static final class Pragmas {
        private final Iterator<Comment> comments;
        private @Nullable Comment next;

        Pragmas(Iterator<Comment> comments) {
            this.comments = comments;
            this.next = comments.hasNext() ? comments.next() : null;
        }

        /** What the comments say that stand above a line and were not asked for yet. */
        @Nullable
        ShellKind before(int line) {
            ShellKind found = null;
            while (next != null && next.line() < line) {
                Matcher matcher = PRAGMA.matcher(next.text());
                found = matcher.lookingAt() ? ShellKind.of(matcher.group(1)) : found;
                next = comments.hasNext() ? comments.next() : null;
            }
            return found;
        }
    }

    /** What an image brings: images of Windows have {@code cmd}. */
    private static ShellKind ofImage(Stage stage) {
        return WINDOWS.matcher(stage.from().base().text()).find() ? ShellKind.CMD : ShellKind.POSIX;
    }

    ShellKind shell(Instruction instruction) {
        return shells.getOrDefault(instruction, ShellKind.POSIX);
    }

    /** What a script's shebang asks for, or {@code otherwise} where it has none. */
    static ShellKind ofShebang(String script, ShellKind otherwise) {
        Matcher matcher = SHEBANG.matcher(script);
        if (!matcher.lookingAt()) {
            return otherwise;
        }
        boolean env = matcher.group(1).endsWith("/env") && matcher.group(2) != null;
        return ShellKind.of(matcher.group(env ? 2 : 1));
    }
}
