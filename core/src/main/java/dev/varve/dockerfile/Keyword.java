package dev.varve.dockerfile;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The instructions there are, and how the arguments of each are split. */
enum Keyword {
    ADD(Style.JSON_OR_WORDS),
    ARG(Style.QUOTED_WORDS),
    CMD(Style.JSON_OR_SHELL),
    COPY(Style.JSON_OR_WORDS),
    ENTRYPOINT(Style.JSON_OR_SHELL),
    ENV(Style.ASSIGNMENTS),
    EXPOSE(Style.WORDS),
    FROM(Style.WORDS),
    HEALTHCHECK(Style.HEALTHCHECK),
    LABEL(Style.ASSIGNMENTS),
    MAINTAINER(Style.LINE),
    ONBUILD(Style.INSTRUCTION),
    RUN(Style.JSON_OR_SHELL),
    SHELL(Style.JSON_OR_SHELL),
    STOPSIGNAL(Style.LINE),
    USER(Style.LINE),
    VOLUME(Style.JSON_OR_WORDS),
    WORKDIR(Style.LINE);

    enum Style {
        JSON_OR_SHELL,
        JSON_OR_WORDS,
        WORDS,
        QUOTED_WORDS,
        ASSIGNMENTS,
        LINE,
        HEALTHCHECK,
        INSTRUCTION
    }

    private static final Map<String, Keyword> BY_NAME = new HashMap<>();

    static {
        for (Keyword keyword : values()) {
            BY_NAME.put(keyword.name(), keyword);
            BY_NAME.put(keyword.name().toLowerCase(Locale.ROOT), keyword);
        }
    }

    private final Style style;

    Keyword(Style style) {
        this.style = style;
    }

    Style style() {
        return style;
    }

    boolean takesHeredocs() {
        return this == RUN || this == COPY || this == ADD;
    }

    /** The keyword as written in any case, or null if there is no such instruction. */
    static @Nullable Keyword of(String word) {
        Keyword keyword = BY_NAME.get(word);
        return keyword != null ? keyword : BY_NAME.get(lowerCase(word));
    }

    /** Lower case char by char, as in Go: the lower case of a char never depends on the language or grows. */
    static String lowerCase(String word) {
        StringBuilder out = new StringBuilder(word.length());
        word.codePoints().forEach(c -> out.appendCodePoint(Character.toLowerCase(c)));
        return out.toString();
    }

    /** Upper case char by char, as in Go. */
    static String upperCase(String word) {
        StringBuilder out = new StringBuilder(word.length());
        word.codePoints().forEach(c -> out.appendCodePoint(Character.toUpperCase(c)));
        return out.toString();
    }

    static List<String> names() {
        return Stream.of(values()).map(Enum::name).toList();
    }
}
