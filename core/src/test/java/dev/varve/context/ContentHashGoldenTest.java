package dev.varve.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Random contexts, ignore files and COPY sources with the digests that BuildKit 0.32.2 gave them: transferred by
 * {@code fsutil.Send} and {@code Receive}, hashed by {@code contenthash}. Digests are numbered, for only their being equal
 * matters.
 */
class ContentHashGoldenTest {
    private final Map<String, String> ours = new HashMap<>();
    private final Map<String, String> theirs = new HashMap<>();

    @Test
    void digests_are_equal_exactly_when_those_of_buildkit_are() throws IOException {
        List<String> sources = new ArrayList<>();
        String ignore = "";
        int compared = 0;
        ContentHash last = new ContentHash(InMemoryContext.builder().build());
        for (String[] line : GoldenFile.read("content-hash.tsv")) {
            switch (line[0]) {
                case "ignore" -> {
                    ignore = line[1].replace('|', '\n');
                    sources.clear();
                }
                case "select" -> sources.add(line[1]);
                default -> {
                    BuildContext context = TreeSpec.context(line[1]).excluding(DockerIgnore.parse(ignore));
                    ContentHash hash = new ContentHash(context);
                    last = last.next(context);
                    String[] expected = line[2].split(" ");
                    for (int i = 0; i < expected.length; i++) {
                        compare(
                                expected[i],
                                hash.of(selectors(sources.get(i))),
                                sources.get(i) + " |of| " + line[1] + " |without| " + ignore);
                        assertThat(last.of(selectors(sources.get(i))).digest())
                                .as("knowing another: " + sources.get(i) + " |of| " + line[1])
                                .isEqualTo(hash.of(selectors(sources.get(i))).digest());
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(7000);
    }

    private void compare(String expected, Selection selection, String what) {
        if (!selection.problems().isEmpty()) {
            // Of a filtered source BuildKit finds out only when it copies that the folder is not there.
            boolean foundLater = selection.problems().stream()
                    .allMatch(problem -> problem.kind() == Problem.Kind.NOT_FOUND && what.matches("(?s)\\w+ \\S+ .*"));
            assertThat(expected.equals("!") || foundLater)
                    .as("refused by us: " + what)
                    .isTrue();
            return;
        }
        assertThat(expected).as("accepted by us: " + what).isNotEqualTo("!");
        assertThat(ours.computeIfAbsent(expected, number -> selection.digest()))
                .as("equal in BuildKit: " + what)
                .isEqualTo(selection.digest());
        assertThat(theirs.computeIfAbsent(selection.digest(), digest -> expected))
                .as("different in BuildKit: " + what)
                .isEqualTo(expected);
    }

    private static List<Selector> selectors(String text) {
        return Arrays.stream(text.split(" \\+ "))
                .map(ContentHashGoldenTest::selector)
                .toList();
    }

    private static Selector selector(String text) {
        List<String> words = List.of(text.split(" "));
        Selector source = switch (words.get(0)) {
            case "mount" -> Selector.exactly(words.get(1));
            case "parents" -> Selector.copySourceWithParents(words.get(1));
            default -> Selector.copySource(words.get(1));
        };
        return words.size() > 2 ? source.excluding(words.subList(2, words.size())) : source;
    }
}
