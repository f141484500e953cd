package dev.varve.lint.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.context.BuildContext;
import dev.varve.context.ContentHash;
import dev.varve.context.DockerIgnore;
import dev.varve.context.InMemoryContext;
import dev.varve.context.Selection;
import dev.varve.context.Selector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random pasts: a COPY runs again exactly where the content hash of what it copies is one that was not there before. */
class RandomHistoryTest {
    private static final List<String> PATHS = List.of(
            "a",
            "b",
            "a/x.md",
            "a/y.js",
            "a/deep/z.js",
            "b/x.js",
            "docs/one.md",
            "docs/two.txt",
            "docs/in/three.md",
            "c.js");
    private static final List<String> SOURCES =
            List.of(".", "a", "*.js", "a/*", "docs", "d*", "b/x.js", "missing", "*/x.*");
    private static final List<String> PATTERNS =
            List.of("*.md", "**/*.md", "docs", "!docs/one.md", "a/deep", "**", "!a", "b/*", "!**/z.js", "?.js");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("seeds")
    void copies_run_again_where_content_is_new(int seed) throws Exception {
        Random random = new Random(seed);
        String ignore = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> PATTERNS.get(random.nextInt(PATTERNS.size())))
                .collect(Collectors.joining("\n"));
        String dockerfile = SOURCES.stream()
                .map(source -> "FROM scratch AS s" + SOURCES.indexOf(source) + "\nCOPY " + source + " /x/\n")
                .collect(Collectors.joining());
        String all = IntStream.range(0, SOURCES.size())
                .mapToObj(i -> "COPY --from=s" + i + " / /" + i + "\n")
                .collect(Collectors.joining());
        List<Map<String, String>> states = new ArrayList<>();
        try (TestRepository git = TestRepository.in(folder)) {
            TreeMap<String, String> state = new TreeMap<>();
            state.put("Dockerfile", dockerfile + "FROM scratch\n" + all);
            state.put(".dockerignore", ignore);
            for (int i = 0; i < 12; i++) {
                change(state, random);
                commit(git, state, states.isEmpty() ? Map.of() : states.get(states.size() - 1));
                states.add(new TreeMap<>(state));
            }
            ReplayReport report = git.replay();
            for (int i = 0; i < SOURCES.size(); i++) {
                String row = TestRepository.row(report, "COPY " + SOURCES.get(i) + " /x/");
                assertThat(row.replaceAll("[CRA]", "R"))
                        .as("COPY " + SOURCES.get(i) + " with " + ignore.replace('\n', ' '))
                        .isEqualTo(expected(states, DockerIgnore.parse(ignore), SOURCES.get(i)));
            }
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    private static void change(Map<String, String> state, Random random) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            String path = PATHS.get(random.nextInt(PATHS.size()));
            if (random.nextInt(3) == 0) {
                state.remove(path);
            } else {
                state.keySet().removeIf(other -> other.startsWith(path + "/") || path.startsWith(other + "/"));
                state.put(path, "content " + random.nextInt(2));
            }
        }
    }

    private static void commit(TestRepository git, Map<String, String> state, Map<String, String> before) {
        before.keySet().stream().filter(path -> !state.containsKey(path)).forEach(git::gone);
        state.forEach(git::file);
        git.commit("next");
    }

    private static String expected(List<Map<String, String>> states, DockerIgnore ignore, String source)
            throws Exception {
        Set<String> seen = new HashSet<>();
        StringBuilder row = new StringBuilder();
        for (Map<String, String> state : states) {
            InMemoryContext.Builder builder = InMemoryContext.builder();
            state.forEach(builder::file);
            BuildContext context = builder.build().excluding(ignore);
            Selection selection = new ContentHash(context).of(List.of(Selector.copySource(source)));
            String key = selection.problems().isEmpty() ? selection.digest() : "not there";
            row.append(seen.add(key) ? 'R' : '.');
        }
        return row.toString();
    }
}
