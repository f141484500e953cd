package dev.varve.dockerfile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One run of a {@link ShellLexer} over one word. Nesting is kept on a heap stack and every level writes to the same buffer,
 * so that neither depth nor repeated copying is a danger.
 */
final class Expansion {
    /** Bounds what a word can grow to, counting what is thrown away again: variables of variables double at each step. */
    private static final int MAX_CHARS = 1 << 26;

    private final ShellLexer.Options options;
    private final String source;
    private final Function<String, @Nullable String> env;
    private final @Nullable ShellWords words;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Nesting> outer = new ArrayDeque<>();
    private final Set<String> matched = new HashSet<>();
    private final Set<String> unmatched = new HashSet<>();
    private Nesting in;
    private int pos;
    private int charged;

    // The item at the outermost level that is being read: where it starts in the source and in the result.
    private int itemSource;
    private int itemMark;
    private boolean itemSplits;

    Expansion(
            ShellLexer.Options options,
            String word,
            Function<String, @Nullable String> env,
            @Nullable ShellWords words) {
        this.options = options;
        this.source = Utf8.replaceInvalid(word);
        this.env = env;
        this.words = words;
        this.in = new Nesting(Nesting.Kind.WORD, options.rawEscapes(), 0, null);
        this.pos = word.startsWith("\uFEFF") ? 1 : 0;
    }

    ShellLexer.Expanded expanded() throws ExpansionException {
        run();
        return new ShellLexer.Expanded(out.toString(), matched, unmatched);
    }

    List<Word> split(ShellWords into) throws ExpansionException {
        run();
        return into.words();
    }

    private void run() throws ExpansionException {
        while (pos < source.length()) {
            char c = source.charAt(pos);
            if (in.kind() == Nesting.Kind.QUOTES) {
                inQuotes(c);
            } else if (in.substitution() != null && c == in.stop()) {
                pos++;
                close(in.substitution());
            } else {
                item(c);
            }
        }
        if (in.kind() == Nesting.Kind.QUOTES) {
            throw failure("a closing double quote is missing");
        }
        if (in.substitution() != null) {
            throw failure("a closing " + (char) in.stop() + " is missing");
        }
    }

    private void item(char c) throws ExpansionException {
        boolean quote = (c == '"' || c == '\'') && !options.skipQuotes();
        boolean outermost = outer.isEmpty();
        if (outermost) {
            itemSource = pos;
            itemMark = out.length();
            itemSplits = !quote && c != '<' && c != options.escape();
        }
        if (c == '$') {
            dollar();
        } else if (quote) {
            quotes(c);
        } else if (c == '<') {
            possibleHeredoc();
        } else if (c == options.escape()) {
            escaped();
        } else {
            out.append(c);
            pos++;
        }
        if (outermost && outer.isEmpty()) {
            itemDone();
        }
    }

    private void itemDone() {
        if (words == null) {
            return;
        }
        if (itemSplits) {
            words.addSplit(out, itemMark, out.length(), itemSource, pos);
        } else {
            words.addWhole(out, itemMark, out.length(), itemSource, pos);
        }
    }

    private void escaped() {
        if (in.rawEscapes()) {
            out.append(options.escape());
        }
        pos++;
        if (pos < source.length()) {
            int c = source.codePointAt(pos);
            out.appendCodePoint(c);
            pos += Character.charCount(c);
        }
    }

    private void singleQuotes() throws ExpansionException {
        int end = source.indexOf('\'', pos + 1);
        if (end < 0) {
            pos = source.length();
            throw failure("a closing single quote is missing");
        }
        boolean keep = options.rawQuotes();
        out.append(source, keep ? pos : pos + 1, keep ? end + 1 : end);
        pos = end + 1;
    }

    private void quotes(char c) throws ExpansionException {
        if (c == '\'') {
            singleQuotes();
            return;
        }
        if (options.rawQuotes()) {
            out.append('"');
        }
        pos++;
        open(new Nesting(Nesting.Kind.QUOTES, in.rawEscapes(), out.length(), null));
    }

    private void inQuotes(char c) throws ExpansionException {
        if (c == '"') {
            pos++;
            if (options.rawQuotes()) {
                out.append('"');
            }
            leave();
        } else if (c == '$') {
            dollar();
        } else if (c == options.escape()) {
            escapeInQuotes();
        } else {
            out.append(c);
            pos++;
        }
    }

    private void escapeInQuotes() {
        if (in.rawEscapes()) {
            out.append(options.escape());
        }
        pos++;
        if (pos < source.length()) {
            char next = source.charAt(pos);
            if (next == '"' || next == '$' || next == options.escape()) {
                out.append(next);
                pos++;
            } else {
                out.append(options.escape());
            }
        }
    }

    private void possibleHeredoc() {
        int start = pos++;
        if (pos < source.length() && source.charAt(pos) == '<') {
            pos++;
            while (pos < source.length() && isHeredocSpace(source.charAt(pos))) {
                pos++;
            }
        }
        out.append(source, start, pos);
    }

    private static boolean isHeredocSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    private void dollar() throws ExpansionException {
        pos++;
        if (pos < source.length() && source.charAt(pos) == '{') {
            pos++;
            braces();
            return;
        }
        String name = name();
        if (name.isEmpty()) {
            out.append('$');
            return;
        }
        String value = lookUp(name);
        if (value != null) {
            append(value);
        } else if (options.skipUnset()) {
            out.append('$').append(name);
        }
    }

    private void braces() throws ExpansionException {
        if (pos == source.length()) {
            throw failure("a closing } is missing");
        }
        char first = source.charAt(pos);
        if (first == '{' || first == '}' || first == ':') {
            throw failure("a variable's name is expected behind ${, not " + first);
        }
        String name = name();
        if (pos == source.length()) {
            throw failure("a closing } is missing");
        }
        char operator = source.charAt(pos++);
        if (operator == '}') {
            String value = lookUp(name);
            if (value != null) {
                append(value);
            } else if (options.skipUnset()) {
                out.append("${").append(name).append('}');
            }
            return;
        }
        boolean colon = operator == ':';
        if (colon) {
            if (pos == source.length()) {
                throw failure("a closing } is missing");
            }
            operator = source.charAt(pos++);
        }
        substitution(new Substitution(name, lookUp(name), operator, colon, options.skipUnset(), out.length()));
    }

    private void substitution(Substitution substitution) throws ExpansionException {
        if (!substitution.isReadable()) {
            throw failure(substitution.unknownModifier());
        }
        if (substitution.isReplacement() && pos < source.length() && source.charAt(pos) == '/') {
            substitution.replacesAll();
            pos++;
        }
        if (substitution.staysAsWritten()) {
            out.append("${").append(substitution.name()).append(substitution.modifier());
        }
        Nesting.Kind kind = substitution.isReplacement() ? Nesting.Kind.PATTERN : Nesting.Kind.OPERAND;
        open(new Nesting(kind, substitution.operandKeepsEscapes(), out.length(), substitution));
    }

    /** A name: digits, one special parameter, or letters, digits and underscores. */
    private String name() {
        int start = pos;
        if (pos == source.length()) {
            return "";
        }
        int first = source.codePointAt(pos);
        if (Character.isDigit(first)) {
            skipNameChars(false);
        } else if ("@*#?-$!".indexOf(first) >= 0) {
            pos++;
        } else {
            skipNameChars(true);
        }
        return source.substring(start, pos);
    }

    private void skipNameChars(boolean letters) {
        while (pos < source.length()) {
            int c = source.codePointAt(pos);
            if (!Character.isDigit(c) && !(letters && (c == '_' || Character.isLetter(c)))) {
                return;
            }
            pos += Character.charCount(c);
        }
    }

    private @Nullable String lookUp(String name) {
        String value = env.apply(name);
        (value == null ? unmatched : matched).add(name);
        return value;
    }

    private void append(String value) throws ExpansionException {
        charge(value.length());
        out.append(value);
    }

    private void charge(int chars) throws ExpansionException {
        if (chars > MAX_CHARS - charged) {
            throw failure("it expands to more than " + MAX_CHARS + " characters");
        }
        charged += chars;
    }

    private void open(Nesting nesting) {
        if (words != null && nesting.substitution() != null) {
            words.wipe();
        }
        outer.push(in);
        in = nesting;
    }

    private void leave() {
        in = outer.pop();
        if (outer.isEmpty()) {
            itemDone();
        }
    }

    /** The char that ends the innermost operand has been read. */
    private void close(Substitution substitution) throws ExpansionException {
        String operand = substitution.needsOperand() ? out.substring(in.mark()) : "";
        charge(operand.length());
        if (in.kind() == Nesting.Kind.PATTERN) {
            substitution.pattern(operand);
            if (substitution.staysAsWritten()) {
                out.append('/');
            }
            in = outer.pop();
            open(new Nesting(Nesting.Kind.REPLACEMENT, true, out.length(), substitution));
            return;
        }
        int written;
        try {
            written = substitution.finish(out, operand, MAX_CHARS);
        } catch (ExpansionException e) {
            throw failure(e.getMessage());
        }
        charge(written);
        leave();
    }

    private ExpansionException failure(@Nullable String reason) {
        return new ExpansionException("cannot expand " + Quoted.excerpt(source) + ": " + reason);
    }
}
