package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code go install} of programs without a version. */
public final class UnpinnedGo extends UnpinnedPackages {
    /** The rule. */
    public UnpinnedGo() {
        super(RuleInfo.of("unpinned-go", Category.PACKAGES, Severity.WARNING, "DL3062"), "example.com/tool@v1.2.3");
    }

    private static final Set<String> FLAGS_WITH_VALUE = Set.of(
            "-ldflags",
            "-tags",
            "-o",
            "-mod",
            "-C",
            "-p",
            "-gcflags",
            "-asmflags",
            "-modfile",
            "-overlay",
            "-exec",
            "-buildmode",
            "-installsuffix",
            "-pkgdir",
            "-toolexec");

    @Override
    List<ShellWord> packages(Command command) {
        List<ShellWord> operands = operands(command);
        if (!command.is("go") || operands.isEmpty()) {
            return List.of();
        }
        return switch (operands.get(0).text()) {
            case "install", "get" -> operands.subList(1, operands.size());
            case "run" -> operands.subList(1, Math.min(2, operands.size()));
            default -> List.of();
        };
    }

    private static List<ShellWord> operands(Command command) {
        List<ShellWord> operands = new ArrayList<>();
        for (int i = 0; i < command.arguments().size(); i++) {
            ShellWord word = command.arguments().get(i);
            if (!word.text().startsWith("-")) {
                operands.add(word);
            } else if (FLAGS_WITH_VALUE.contains(word.text())) {
                i++;
            }
        }
        return operands;
    }

    @Override
    boolean isPinned(ShellWord name, RunScript run) {
        String text = name.text();
        int at = text.indexOf('@');
        if (at >= 0) {
            return !text.endsWith("@latest") && !text.endsWith("@none") && !text.endsWith("@upgrade");
        }
        String first = text.substring(0, Math.max(0, (text + "/").indexOf('/')));
        boolean local = text.startsWith(".") || text.startsWith("/") || text.endsWith(".go");
        return local || (name.isLiteral() && first.indexOf('.') < 0);
    }
}
