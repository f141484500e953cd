package dev.varve.cli.lint;

import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.lint.ContextFolder;
import dev.varve.lint.Fix;
import dev.varve.lint.FixedFile;
import dev.varve.lint.Fixer;
import dev.varve.lint.OtherFile;
import dev.varve.lint.diff.UnifiedDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Applies fixes, or shows what they would change. */
final class Fixing {
    private final Linting linting;
    private final boolean unsafe;
    private final boolean diffOnly;
    private final boolean verify;
    private final Console console;

    Fixing(Linting linting, boolean unsafe, boolean diffOnly, boolean verify, Console console) {
        this.linting = linting;
        this.unsafe = unsafe;
        this.diffOnly = diffOnly;
        this.verify = verify;
        this.console = console;
    }

    /** Fixes files; the exit code is that of a failure where one could not be verified. */
    int fix(List<Input> inputs) throws IOException, InterruptedException {
        int code = ExitCode.OK;
        for (Input input : inputs) {
            Dockerfile before = input.read();
            Optional<ContextFolder> context = linting.context(input, before);
            FixedFile fixed = linting.with(
                    input, before, context, (linter, past) -> new Fixer(linter, unsafe).fix(before, context));
            if (diffOnly) {
                show(fixed);
            } else if (fixed.isChanged() || !fixed.elsewhere().isEmpty()) {
                code = Math.max(code, write(input, fixed, context));
            }
        }
        return code;
    }

    private void show(FixedFile fixed) {
        console.out()
                .print(UnifiedDiff.of(
                        fixed.before().file(),
                        fixed.before().text(),
                        fixed.after().text()));
        for (Fix fix : fixed.elsewhere()) {
            OtherFile other = fix.other().orElseThrow();
            console.out().print(UnifiedDiff.of(other.path(), other.text(), fix.appliedTo(other.text())));
        }
    }

    private int write(Input input, FixedFile fixed, Optional<ContextFolder> context)
            throws IOException, InterruptedException {
        if (input.path().isEmpty()) {
            console.err()
                    .println("varve: standard input cannot be mended in place; --diff shows what would be changed");
            return ExitCode.OK;
        }
        if (verify) {
            Optional<String> difference =
                    new Verification(console).compare(input.path().get(), fixed, context);
            if (difference.isPresent()) {
                console.err().println("varve: " + input.path().get() + ": not changed: " + difference.get());
                return ExitCode.NOT_DONE;
            }
        }
        if (fixed.isChanged()) {
            Files.write(input.path().get(), fixed.after().bytes());
        }
        for (Fix fix : fixed.elsewhere()) {
            OtherFile other = fix.other().orElseThrow();
            Path folder = context.map(ContextFolder::path).orElse(input.folder());
            Files.writeString(folder.resolve(other.path()), fix.appliedTo(other.text()));
        }
        console.err()
                .println("varve: " + input.path().get() + ": mended "
                        + fixed.fixed().size() + (verify ? "; the image is the same" : ""));
        return ExitCode.OK;
    }
}
