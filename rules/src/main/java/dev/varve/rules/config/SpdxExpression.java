package dev.varve.rules.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Licences as SPDX writes them (SPDX 2.3, annex D). */
final class SpdxExpression {
    private static final Set<String> LICENSES = names("spdx-licenses.txt");
    private static final Set<String> EXCEPTIONS = names("spdx-exceptions.txt");
    private static final int MAX_DEPTH = 50;

    private final List<String> tokens;
    private int next;

    private SpdxExpression(List<String> tokens) {
        this.tokens = tokens;
    }

    static boolean isValid(String text) {
        List<String> tokens = Arrays.stream(
                        text.replace("(", " ( ").replace(")", " ) ").strip().split("\\s+"))
                .toList();
        SpdxExpression expression = new SpdxExpression(tokens);
        return expression.chain(0) && expression.next == tokens.size();
    }

    private boolean chain(int depth) {
        if (!term(depth)) {
            return false;
        }
        while (take("AND") || take("OR")) {
            if (!term(depth)) {
                return false;
            }
        }
        return true;
    }

    private boolean term(int depth) {
        if (take("(")) {
            return depth < MAX_DEPTH && chain(depth + 1) && take(")");
        }
        if (next == tokens.size() || !isLicense(tokens.get(next++))) {
            return false;
        }
        return !take("WITH") || (next < tokens.size() && EXCEPTIONS.contains(tokens.get(next++)));
    }

    private boolean take(String token) {
        boolean there = next < tokens.size() && tokens.get(next).equals(token);
        next += there ? 1 : 0;
        return there;
    }

    private static boolean isLicense(String name) {
        String plain = name.endsWith("+") ? name.substring(0, name.length() - 1) : name;
        return LICENSES.contains(plain) || plain.matches("(DocumentRef-[\\w.-]+:)?LicenseRef-[\\w.-]+");
    }

    private static Set<String> names(String file) {
        try (InputStream in = SpdxExpression.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
