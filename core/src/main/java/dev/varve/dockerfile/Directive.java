package dev.varve.dockerfile;

/**
 * A parser directive: {@code # syntax=}, {@code # escape=} or {@code # check=} at the top of the file.
 *
 * <p>Only directives that BuildKit heeds are listed ({@code frontend/dockerfile/parser/directives.go}): behind a shebang
 * line {@code escape} has no effect, and an indented {@code syntax} or {@code check} has none anywhere; those are comments.
 * The forms {@code // syntax=} and {@code {"syntax": ...}} choose a frontend for files in other languages and are not read.
 *
 * @param name lower-cased
 * @param value without surrounding white space
 * @param range from the comment sign to the end of the line, line ending excluded
 * @param line 1-based line number
 */
public record Directive(String name, String value, SourceRange range, int line) {}
