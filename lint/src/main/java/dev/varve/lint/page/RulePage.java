package dev.varve.lint.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule says of itself: a title, a sentence, and sections.
 *
 * @param text the whole page, Markdown
 * @param title the rule's id
 * @param summary one sentence
 * @param sections by their headings, in order
 * @param bad examples under {@code ❌}
 * @param good examples under {@code ✅}
 */
public record RulePage(
        String text,
        String title,
        String summary,
        Map<String, String> sections,
        List<Example> bad,
        List<Example> good) {
    public RulePage {
        bad = List.copyOf(bad);
        good = List.copyOf(good);
    }

    /**
     * The page {@code ID.md} in the package of a rule's class.
     *
     * @throws IllegalStateException where there is none
     */
    public static RulePage beside(Class<?> rule, String id) {
        try (InputStream in = rule.getResourceAsStream(id + ".md")) {
            if (in == null) {
                throw new IllegalStateException("rule " + id + " has no page beside " + rule.getName());
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a page; what is not there is empty. */
    public static RulePage parse(String markdown) {
        return new PageReader(markdown).read();
    }

    /** The text of a section; empty where the page has none of that heading. */
    public Optional<String> section(String heading) {
        return Optional.ofNullable(sections.get(heading));
    }
}
