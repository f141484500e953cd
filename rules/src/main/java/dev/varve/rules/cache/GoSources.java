package dev.varve.rules.cache;

import dev.varve.context.BuildContext;
import dev.varve.context.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code go build} reads of a project: what its compilers know by the name, and what is embedded.
 *
 * @param embedded paths, each with everything below it
 */
record GoSources(List<String> embedded) {
    private static final Pattern SOURCE = Pattern.compile(
            ".*\\.(go|s|S|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|swig|swigcxx|syso|a|o)|(.*/)?go\\.(mod|sum|work|work\\.sum)"
                    + "|(.*/)?vendor/.*|(.*/)?\\.git/.*");
    private static final Pattern EMBED = Pattern.compile("(?m)^//go:embed[ \\t]+(.+)$");
    private static final Pattern CGO = Pattern.compile("(?m)^import \"C\"");
    private static final int MOST = 4000;
    private static final int LARGEST = 4 << 20;

    /** Nothing where that cannot be told, or not at a reasonable price. */
    static List<GoSources> of(BuildContext context, List<Entry> files) {
        List<Entry> sources =
                files.stream().filter(file -> file.path().endsWith(".go")).toList();
        if (sources.isEmpty() || sources.size() > MOST) {
            return List.of();
        }
        List<String> embedded = new ArrayList<>();
        for (Entry source : sources) {
            String text;
            try (InputStream in = context.open(source)) {
                text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return List.of();
            }
            if (CGO.matcher(text).find()) {
                return List.of();
            }
            String folder = source.path().substring(0, source.path().lastIndexOf('/') + 1);
            for (Matcher embed = EMBED.matcher(text); embed.find(); ) {
                for (String pattern : embed.group(1).trim().split("\\s+")) {
                    String plain = pattern.replaceAll("[\"`]", "").replaceFirst("^all:", "");
                    embedded.add(folder + plain.replaceFirst("[*?\\[].*", ""));
                }
            }
        }
        return List.of(new GoSources(embedded));
    }

    boolean includes(String path) {
        return SOURCE.matcher(path).matches() || embedded.stream().anyMatch(path::startsWith);
    }
}
