package dev.varve.lint.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page. In an example {@code # ❌} at the end of a line marks it as one on which the rule finds something. Fenced
 * blocks of {@code files} (a path a line, {@code = content} behind it with {@code \n} for line ends, or {@code * bytes} for that many blanks), {@code images} (a name a line, {@code = platform} behind it, more
 * than one with blanks between them) and {@code yaml} belong to the
 * Dockerfile that follows them; the Dockerfiles of the section Fix are what fixing makes of the bad ones, in their order.
 */
final class PageReader {
    private static final Pattern MARKER = Pattern.compile("(.*?)\\s*# ❌\\s*$");

    private final String markdown;
    private final Map<String, StringBuilder> sections = new LinkedHashMap<>();
    private final List<Example> bad = new ArrayList<>();
    private final List<Example> good = new ArrayList<>();
    private final List<String> fixed = new ArrayList<>();
    private Map<String, String> files = Map.of();
    private Map<String, List<String>> images = Map.of();
    private Optional<String> configuration = Optional.empty();
    private String title = "";
    private String heading = "";

    PageReader(String markdown) {
        this.markdown = markdown;
    }

    RulePage read() {
        String fence = null;
        List<String> block = new ArrayList<>();
        int blockStart = 0;
        String[] lines = markdown.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            boolean isFence = line.startsWith("```");
            if (fence == null && line.startsWith("# ")) {
                title = line.substring(2).trim();
                continue;
            }
            if (fence == null && line.startsWith("## ")) {
                heading = line.substring(3).trim();
                sections.put(heading, new StringBuilder());
                continue;
            }
            sections.computeIfAbsent(heading, key -> new StringBuilder())
                    .append(line)
                    .append('\n');
            if (isFence && fence == null) {
                fence = line.substring(3).trim();
                blockStart = i + 2;
                block.clear();
            } else if (isFence) {
                close(fence, block, blockStart);
                fence = null;
            } else if (fence != null) {
                block.add(line);
            }
        }
        return page();
    }

    private RulePage page() {
        for (int i = 0; i < fixed.size() && i < bad.size(); i++) {
            bad.set(i, bad.get(i).fixedAs(fixed.get(i)));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        sections.forEach((name, text) -> texts.put(name, text.toString().strip()));
        String summary = texts.getOrDefault("", "");
        texts.remove("");
        return new RulePage(markdown, title, summary, texts, bad, good);
    }

    private void close(@Nullable String fence, List<String> block, int line) {
        switch (fence == null ? "" : fence) {
            case "files" -> files = files(block);
            case "images" -> images = images(block);
            case "yaml" -> configuration = Optional.of(String.join("\n", block) + "\n");
            case "dockerfile" -> dockerfile(block, line);
            default -> {}
        }
    }

    private void dockerfile(List<String> block, int line) {
        if (heading.equals("Fix")) {
            fixed.add(String.join("\n", block) + "\n");
            return;
        }
        StringBuilder text = new StringBuilder();
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < block.size(); i++) {
            String shown = block.get(i);
            for (Matcher marker = MARKER.matcher(shown); marker.matches(); marker = MARKER.matcher(shown)) {
                expected.add(i + 1);
                shown = marker.group(1);
            }
            text.append(shown).append('\n');
        }
        Example example = new Example(line, text.toString(), expected, files, images, configuration, Optional.empty());
        files = Map.of();
        images = Map.of();
        configuration = Optional.empty();
        if (heading.equals("❌")) {
            bad.add(example);
        } else if (heading.equals("✅")) {
            good.add(example);
        }
    }

    private static Map<String, String> files(List<String> block) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String line : block) {
            int times = line.lastIndexOf(" * ");
            if (times > 0) {
                files.put(
                        line.substring(0, times),
                        " ".repeat(Integer.parseInt(line.substring(times + 3).trim())));
            } else if (!line.isBlank()) {
                int equals = line.indexOf(" = ");
                String content = equals < 0 ? "" : line.substring(equals + 3).replace("\\n", "\n");
                files.put((equals < 0 ? line : line.substring(0, equals)).trim(), content);
            }
        }
        return files;
    }

    private static Map<String, List<String>> images(List<String> block) {
        Map<String, List<String>> images = new LinkedHashMap<>();
        for (String line : block) {
            int equals = line.indexOf(" = ");
            if (equals > 0) {
                images.put(
                        line.substring(0, equals).trim(),
                        List.of(line.substring(equals + 3).trim().split(" +")));
            }
        }
        return images;
    }
}
