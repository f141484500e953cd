package dev.varve.dockerfile;

/**
 * A replacement in which {@code $0} or {@code ${0}} is the match, {@code $$} a dollar sign and a reference to anything else is
 * empty, as in Go's {@code Regexp.Expand} for an expression without groups.
 *
 * @param maxChars how long the text that it is appended to may get
 */
record ReplacementTemplate(String text, int maxChars) {
    void appendTo(StringBuilder out, String match) throws ExpansionException {
        int i = 0;
        while (i < text.length()) {
            if (out.length() > maxChars) {
                throw new ExpansionException("it expands to more than " + maxChars + " characters");
            }
            char c = text.charAt(i++);
            if (c != '$') {
                out.append(c);
            } else if (i < text.length() && text.charAt(i) == '$') {
                out.append('$');
                i++;
            } else {
                i = appendReference(out, match, i);
            }
        }
    }

    private int appendReference(StringBuilder out, String match, int behindDollar) {
        boolean braced = behindDollar < text.length() && text.charAt(behindDollar) == '{';
        int start = braced ? behindDollar + 1 : behindDollar;
        int end = start;
        while (end < text.length() && isNameChar(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        boolean closed = !braced || (end < text.length() && text.charAt(end) == '}');
        if (end == start || !closed) {
            out.append('$');
            return behindDollar;
        }
        if (end == start + 1 && text.charAt(start) == '0') {
            out.append(match);
        }
        return braced ? end + 1 : end;
    }

    private static boolean isNameChar(int c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }
}
