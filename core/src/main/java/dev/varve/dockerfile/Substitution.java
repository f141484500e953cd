package dev.varve.dockerfile;

import org.jspecify.annotations.Nullable;

/** A {@code ${name<operator>operand}} being read. */
final class Substitution {
    private final String name;
    private final @Nullable String value;
    private final char operator;
    private final boolean colon;
    private final boolean staysAsWritten;
    private final int mark;
    private boolean replacesAll;
    private String pattern = "";

    /** A substitution whose result starts at {@code mark}; {@code value} is null where the variable is not set. */
    Substitution(String name, @Nullable String value, char operator, boolean colon, boolean skipUnset, int mark) {
        this.name = name;
        this.value = value;
        this.operator = operator;
        this.colon = colon;
        this.staysAsWritten = skipUnset && value == null;
        this.mark = mark;
    }

    /** Whether there is such an operator at all; with a colon most are only refused once their operand is read. */
    boolean isReadable() {
        return colon ? !trims() : isReplacement() || "+-?#%".indexOf(operator) >= 0;
    }

    String name() {
        return name;
    }

    boolean isReplacement() {
        return operator == '/' && !colon;
    }

    private boolean trims() {
        return operator == '#' || operator == '%';
    }

    String modifier() {
        return (colon ? ":" : "") + operator;
    }

    String unknownModifier() {
        return Quoted.excerpt(name) + " cannot be modified with " + modifier();
    }

    boolean staysAsWritten() {
        return staysAsWritten;
    }

    boolean operandKeepsEscapes() {
        return isReplacement() || trims();
    }

    boolean needsOperand() {
        return !staysAsWritten && (operandKeepsEscapes() || operator == '?');
    }

    void replacesAll() {
        replacesAll = true;
    }

    void pattern(String text) {
        pattern = text;
    }

    /**
     * Makes what is in {@code out} from the mark on the result, its last operand given unless that stays in {@code out}, and
     * says how many chars were written for it.
     */
    int finish(StringBuilder out, String operand, int maxChars) throws ExpansionException {
        if (staysAsWritten) {
            out.append('}');
            return 1;
        }
        String present = colon && "".equals(value) ? null : value;
        switch (operator) {
            case '-' -> {
                return present == null ? 0 : become(out, present);
            }
            case '+' -> {
                return present == null ? become(out, "") : 0;
            }
            case '?' -> {
                if (present == null) {
                    String reason = operand.isEmpty() ? "must be set" : Quoted.excerpt(operand);
                    throw new ExpansionException(Quoted.excerpt(name) + ": " + reason);
                }
                return become(out, present);
            }
            default -> {
                return become(out, rewritten(value == null ? "" : value, operand, maxChars));
            }
        }
    }

    private String rewritten(String text, String operand, int maxChars) throws ExpansionException {
        if (colon || !operandKeepsEscapes()) {
            throw new ExpansionException(unknownModifier());
        }
        if (operator == '/') {
            return replacesAll
                    ? ShellPattern.replaceAll(text, pattern, new ReplacementTemplate(operand, maxChars))
                    : ShellPattern.replaceFirst(text, pattern, operand);
        }
        boolean longest = !operand.isEmpty() && operand.charAt(0) == operator;
        String trimmed = longest ? operand.substring(1) : operand;
        return operator == '#'
                ? ShellPattern.trimPrefix(text, trimmed, longest)
                : ShellPattern.trimSuffix(text, trimmed, longest);
    }

    private int become(StringBuilder out, String result) {
        out.setLength(mark);
        out.append(result);
        return result.length();
    }
}
