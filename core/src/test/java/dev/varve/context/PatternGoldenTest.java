package dev.varve.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Patterns and paths, made up at random and by hand, with what the real libraries say of them. */
class PatternGoldenTest {
    private static final String MALFORMED = "!";

    private final SoftAssertions all = new SoftAssertions();

    @Test
    void wildcards_match_as_in_go() {
        List<String[]> cases = GoldenFile.read("path-match.tsv");
        for (String[] line : cases) {
            all.assertThat(matches(line[0], line[1]))
                    .as("%s matches %s", line[0], line[1])
                    .isEqualTo(line[2]);
        }
        all.assertAll();
        assertThat(cases).hasSizeGreaterThan(1000);
    }

    private static String matches(String pattern, String name) {
        try {
            return PathPattern.compile(pattern).matches(name) ? "1" : "0";
        } catch (MalformedPatternException e) {
            return MALFORMED;
        }
    }

    @Test
    void ignore_patterns_match_as_in_moby() {
        List<String[]> cases = GoldenFile.read("pattern-matcher.tsv");
        for (String[] line : cases) {
            List<String> paths = list(line[1].replace('\2', '\n'));
            all.assertThat(matches(list(line[0]), paths))
                    .as("%s match %s", list(line[0]), paths)
                    .isEqualTo(line[2]);
        }
        all.assertAll();
        assertThat(cases).hasSizeGreaterThan(400);
    }

    private static String matches(List<String> patterns, List<String> paths) {
        try {
            PatternMatcher matcher = PatternMatcher.compile(patterns);
            StringJoiner results = new StringJoiner(" ");
            for (String path : paths) {
                PatternMatcher.Match match = null;
                for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                    match = matcher.match(path.substring(0, slash), match);
                }
                boolean goingDown = matcher.match(path, match).matched();
                results.add((matcher.matches(path) ? "1" : "0") + (goingDown ? "1" : "0"));
            }
            return results.toString();
        } catch (MalformedPatternException e) {
            return MALFORMED;
        }
    }

    @Test
    void ignore_files_are_read_as_in_moby() {
        List<String[]> cases = GoldenFile.read("ignore-file.tsv");
        for (String[] line : cases) {
            List<String> patterns = DockerIgnore.parse(unquote(line[0])).rules().stream()
                    .map(DockerIgnore.Rule::pattern)
                    .toList();
            all.assertThat(patterns).as(line[0]).isEqualTo(list(unquote(line[1])));
        }
        all.assertAll();
        assertThat(cases).hasSizeGreaterThan(200);
    }

    private static String unquote(String quoted) {
        return quoted.substring(1, quoted.length() - 1)
                .replace("\\v", "\\u000b")
                .replace("\\n", "\\u000a")
                .replace("\\r", "\\u000d")
                .replace("\\t", "\\u0009")
                .replace("\\x01", "\\u0001")
                .replace("\\\\", "\\u005c")
                .transform(PatternGoldenTest::decode);
    }

    private static String decode(String escaped) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.startsWith("\\u", i)) {
                out.append((char) Integer.parseInt(escaped, i + 2, i + 6, 16));
                i += 5;
            } else {
                out.append(escaped.charAt(i));
            }
        }
        return out.toString();
    }

    @Test
    void a_client_sends_the_same_paths() {
        List<String[]> cases = GoldenFile.read("ignore-walk.tsv");
        for (String[] line : cases) {
            InMemoryContext.Builder builder = InMemoryContext.builder();
            for (String path : line[0].split(";")) {
                if (path.endsWith("/")) {
                    builder.directory(path.substring(0, path.length() - 1));
                } else {
                    builder.file(path, "");
                }
            }
            DockerIgnore ignore = DockerIgnore.parse(String.join("\n", list(line[1])));
            String sent = builder.build().excluding(ignore).tree().entries().stream()
                    .map(Entry::path)
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream()
                    .collect(Collectors.joining(";"));
            all.assertThat(sent).as("%s without %s", line[0], list(line[1])).isEqualTo(line[2]);
        }
        all.assertAll();
        assertThat(cases).hasSizeGreaterThan(80);
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split("\1", -1));
    }
}
