package dev.varve.rules.security;

import dev.varve.dockerfile.Add;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Flag;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Placed;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.ShellWord;
import java.util.regex.Pattern;

/** Files of the image that everybody in the container may change. */
public final class WorldWritable implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("world-writable", Category.SECURITY, Severity.WARNING);

    /** The last digit lets others write, and the first is not that of a folder where nobody deletes what is another's. */
    private static final Pattern OCTAL = Pattern.compile("0*([0246])?[0-7]{2}[2367]");

    private static final Pattern SYMBOLIC = Pattern.compile("(.*,)?[ug]*[ao][ugoa]*[+=][rxXs]*w[rwxXs]*(,.*)?");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Placed placed : subject.instructions()) {
            boolean shipped = placed.stage().filter(subject::isShipped).isPresent();
            Instruction instruction = placed.instruction();
            if (shipped && instruction instanceof Run) {
                subject.script(instruction).commands("chmod").forEach(command -> check(command, findings));
            } else if (shipped && (instruction instanceof Copy || instruction instanceof Add)) {
                Flag flag = instruction.syntax().flag("chmod");
                if (flag != null && flag.value() != null && isOpen(flag.value().text())) {
                    findings.add(flag.range(), message(flag.value().text(), "what is copied"));
                }
            }
        }
    }

    private static void check(Command command, Findings findings) {
        ShellWord mode = command.operands("reference").stream().findFirst().orElse(null);
        if (mode == null || !isOpen(mode.text())) {
            return;
        }
        command.operands().stream()
                .skip(1)
                .map(ShellWord::text)
                .filter(path -> !path.matches("(/var)?/tmp/.*"))
                .findFirst()
                .ifPresent(path -> findings.add(command.range(), message(mode.text(), path)));
    }

    private static boolean isOpen(String mode) {
        return OCTAL.matcher(mode).matches() || SYMBOLIC.matcher(mode).matches();
    }

    private static String message(String mode, String what) {
        return "With mode " + mode + " every process in the container may change " + what
                + ", whoever it runs as; give it to the user that needs it with --chown, or to a group";
    }
}
