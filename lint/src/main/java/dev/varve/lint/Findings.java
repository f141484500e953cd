package dev.varve.lint;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.OnBuild;
import dev.varve.dockerfile.SourceRange;
import dev.varve.dockerfile.TextEdits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Collects what one rule finds in one file. */
public final class Findings {
    private final RuleInfo rule;
    private final Severity severity;
    private final Dockerfile file;
    private final List<Draft> drafts = new ArrayList<>();

    Findings(RuleInfo rule, Severity severity, Dockerfile file) {
        this.rule = rule;
        this.severity = severity;
        this.file = file;
    }

    /** Adds a finding; what is called on the result belongs to it. */
    public Draft add(SourceRange range, String message) {
        Draft draft = new Draft(range, message);
        drafts.add(draft);
        return draft;
    }

    /** Adds a finding about a whole instruction: its first line is what is shown. */
    public Draft add(Instruction instruction, String message) {
        return add(instruction.syntax().keyword().range(), message);
    }

    List<Finding> toList() {
        return drafts.stream().map(Draft::finding).toList();
    }

    /** A finding in the making. */
    public final class Draft {
        private final SourceRange range;
        private final String message;
        private Severity own = severity;
        private final Map<String, Object> evidence = new LinkedHashMap<>();
        private final List<Fix> fixes = new ArrayList<>();

        private Draft(SourceRange range, String message) {
            this.range = range;
            this.message = message;
        }

        /** Less or more severe than the rule's findings are, unless the user has configured the rule's severity. */
        public Draft severity(Severity other) {
            if (severity == rule.severity()) {
                own = other;
            }
            return this;
        }

        /** Adds what shows it: a number, a text, or a list or map of such. */
        public Draft evidence(String name, Object value) {
            evidence.put(name, value);
            return this;
        }

        /** Offers a fix that leaves the built image the same. */
        public Draft safeFix(String description, Consumer<TextEdits> edits) {
            return fix(true, description, edits);
        }

        /** Offers a fix that a person should look at. */
        public Draft unsafeFix(String description, Consumer<TextEdits> edits) {
            return fix(false, description, edits);
        }

        /** Offers a fix; one that changes what ONBUILD keeps is never safe, since the image's configuration has its text. */
        public Draft fix(boolean safe, String description, Consumer<TextEdits> edits) {
            TextEdits made = new TextEdits(file);
            edits.accept(made);
            List<Edit> list = made.replacements().stream()
                    .map(replacement -> new Edit(replacement.range(), replacement.text()))
                    .toList();
            if (!list.isEmpty()) {
                fixes.add(new Fix(safe && !changesTrigger(list), description, Optional.empty(), list));
            }
            return this;
        }

        private boolean changesTrigger(List<Edit> edits) {
            return file.instructions().stream()
                    .filter(OnBuild.class::isInstance)
                    .map(instruction -> ((OnBuild) instruction).trigger().range())
                    .anyMatch(trigger -> edits.stream()
                            .map(Edit::range)
                            .anyMatch(edit -> edit.overlaps(trigger) || trigger.contains(edit.start())));
        }

        /** Offers a fix in another file of the build context; it is made where it is not there. */
        public Draft fixOf(OtherFile other, boolean safe, String description, List<Edit> edits) {
            fixes.add(new Fix(safe, description, Optional.of(other), edits));
            return this;
        }

        private Finding finding() {
            return new Finding(rule, own, range, message, evidence, fixes);
        }
    }
}
