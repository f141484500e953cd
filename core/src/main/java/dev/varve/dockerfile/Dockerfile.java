package dev.varve.dockerfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A parsed Dockerfile: a tree with exact source ranges plus what is wrong with it. Immutable.
 *
 * <p>The language is that of BuildKit v0.32.2 ({@code frontend/dockerfile/parser} and {@code instructions}). Parsing never
 * fails: whatever BuildKit would refuse becomes a diagnostic, and every other instruction is still there. The bytes of the
 * file can be had back unchanged, invalid UTF-8 included.
 */
public final class Dockerfile {
    private static final int MAX_BYTES = 1 << 26;

    private final SourceText source;
    private final ParsedFile parsed;

    private Dockerfile(SourceText source) {
        this.source = source;
        this.parsed = new Parser(source).parse();
    }

    /**
     * Reads and parses a file; diagnostics name it as {@code file} is written.
     *
     * @throws IOException if it cannot be read or has more than 64 MiB
     */
    public static Dockerfile parse(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(file.toString(), in);
        }
    }

    /**
     * Reads a stream to its end and parses what it gave; {@code file} is the name that diagnostics show.
     *
     * @throws IOException if it cannot be read or has more than 64 MiB
     */
    public static Dockerfile parse(String file, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new FileSystemException(file, null, "more than 64 MiB, which no Dockerfile has");
        }
        return parse(file, bytes);
    }

    /** Parses bytes; {@code file} is the name that diagnostics show. */
    public static Dockerfile parse(String file, byte[] bytes) {
        return new Dockerfile(new SourceText(file, Utf8.decode(bytes)));
    }

    /** Parses text; {@code file} is the name that diagnostics show. */
    public static Dockerfile parse(String file, String text) {
        return new Dockerfile(new SourceText(file, text));
    }

    /** The name it was parsed under. */
    public String file() {
        return source.file();
    }

    /** The whole text. A byte that is not UTF-8 is a lone surrogate, U+DC00 plus the byte. */
    public String text() {
        return source.text();
    }

    /** The bytes of the file, exactly as they were read. */
    public byte[] bytes() {
        return Utf8.encode(source.text());
    }

    /** The escape character: a backslash, or a backtick where a directive says so. */
    public char escape() {
        return parsed.escape();
    }

    /** The parser directives at the top of the file. */
    public List<Directive> directives() {
        return parsed.directives();
    }

    /** The ARGs in front of the first FROM. */
    public List<Arg> globalArgs() {
        return parsed.globalArgs();
    }

    /** The build stages in order. */
    public List<Stage> stages() {
        return parsed.stages();
    }

    /** Every instruction in file order, broken ones included. */
    public List<Instruction> instructions() {
        return parsed.instructions();
    }

    /** Every comment line in file order, those inside instructions included; directives are not comments. */
    public List<Comment> comments() {
        return parsed.comments();
    }

    /** The consecutive pieces that together are the whole text. */
    public List<Piece> pieces() {
        return parsed.pieces();
    }

    /** What is wrong, in file order. */
    public List<Diagnostic> diagnostics() {
        return parsed.diagnostics();
    }

    /** Whether BuildKit would refuse the file. */
    public boolean hasErrors() {
        return parsed.diagnostics().stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR);
    }

    /** Line and column of an offset between 0 and the text's length. */
    public Position position(int offset) {
        return source.position(offset);
    }

    SourceText source() {
        return source;
    }

    /** Whether the last instruction goes on where the file ends: a line is continued or a heredoc not terminated. */
    boolean isCutOff() {
        return parsed.cutOff();
    }

    /** The chars of a range. */
    public String text(SourceRange range) {
        return source.text().substring(range.start(), range.end());
    }

    /**
     * The chars of a range inside an instruction's line as the parser reads them: continuation lines joined, comment lines and
     * empty lines left out. Heredocs are not a part of the line.
     */
    public MappedText joined(SourceRange range) {
        return new LineJoiner(source, escape()).join(range);
    }

    /** What {@link Heredoc#text()} gives for a heredoc of this file. */
    public MappedText content(Heredoc heredoc) {
        return new LineJoiner(source, escape()).content(heredoc);
    }
}
