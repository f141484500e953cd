package dev.varve.plan;

import dev.varve.differential.Docker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A random Dockerfile with a random context, and a random change of both. The same seed gives the same case. */
final class RandomCase {
    private static final List<String> FILES = List.of("a.txt", "b.txt", "d/c.txt", "d/e/f.txt", "g.md");
    private static final List<String> SOURCES =
            List.of("a.txt", "b.txt", "d", "d/", "*.txt", "d/c.txt", "d/*/f.txt", ".", "g.md");

    private final Random random;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<List<String>> stages = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final Map<String, String> args = new LinkedHashMap<>();

    RandomCase(long seed) {
        random = new Random(seed);
        FILES.forEach(file -> files.put(file, "content " + random.nextInt(3)));
        args.put("X", "x" + random.nextInt(2));
        if (random.nextInt(3) == 0) {
            ignored.add(pick(List.of("*.md", "d/e", "**/*.md", "b.txt", "*\n!a.txt\n!d\n!g.md\n!b.txt")));
        }
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            List<String> stage = new ArrayList<>();
            stages.add(stage);
            stage.add(
                    "FROM " + (i > 0 && random.nextInt(3) == 0 ? "s" + random.nextInt(i) : Docker.BASE) + " AS s" + i);
            int steps = 1 + random.nextInt(4);
            for (int j = 0; j < steps; j++) {
                stage.add(instruction(i));
            }
        }
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String instruction(int stage) {
        String source = pick(SOURCES);
        String number = String.valueOf(random.nextInt(3));
        return switch (random.nextInt(stage > 0 ? 15 : 13)) {
            case 0, 1 -> "COPY " + source + " /x" + number + "/";
            case 2 -> "COPY --chmod=75" + number + " " + source + " y" + number + "/";
            case 3 -> "COPY --link " + source + " /l" + number + "/";
            case 4, 5 -> "RUN echo " + number;
            case 6 -> "RUN --mount=source=" + pick(List.of("a.txt", "d", "b.txt")) + ",target=/m" + number + " true";
            case 7 -> "ENV E" + number + "=" + random.nextInt(3);
            case 8 -> "ARG X";
            case 9 -> "WORKDIR /w" + number;
            case 10 -> "LABEL l=" + number;
            case 11 -> "RUN <<EOF\necho " + number + "\nEOF";
            case 12 -> "COPY <<h.txt /h" + number + "/\n$X " + random.nextInt(2) + "\nh.txt";
            case 13 -> "COPY --from=s" + random.nextInt(stage) + " /etc/group /g" + number;
            default -> "RUN --mount=from=s" + random.nextInt(stage) + ",source=/etc,target=/m" + number + " true";
        };
    }

    /** Changes one or two things. */
    RandomCase mutate() {
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            String file = pick(List.copyOf(files.keySet()));
            List<String> stage = stages.get(random.nextInt(stages.size()));
            int at = 1 + random.nextInt(stage.size());
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> files.put(file, "changed " + random.nextInt(100));
                case 3 -> files.put("d/new" + random.nextInt(3) + ".txt", "new");
                case 4 -> files.put("h.md", "new");
                case 5 -> args.put("X", "x" + random.nextInt(3));
                case 6 -> stage.add(at, instruction(stages.indexOf(stage)));
                case 7 -> {
                    if (stage.size() > 2 && at < stage.size()) {
                        stage.remove(at);
                    }
                }
                default -> {
                    if (at < stage.size()) {
                        stage.set(at, instruction(stages.indexOf(stage)));
                    }
                }
            }
        }
        return this;
    }

    BuildOptions options() {
        return BuildOptions.defaults().withBuildArgs(args);
    }

    Project writeTo(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        if (!ignored.isEmpty()) {
            Files.writeString(folder.resolve(".dockerignore"), String.join("\n", ignored) + "\n");
        }
        StringBuilder dockerfile = new StringBuilder();
        stages.forEach(stage -> stage.forEach(line -> dockerfile.append(line).append('\n')));
        Files.writeString(folder.resolve("Dockerfile"), dockerfile);
        return Project.in(folder);
    }
}
