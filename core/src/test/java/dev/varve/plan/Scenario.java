package dev.varve.plan;

import dev.varve.context.DigestCache;
import dev.varve.image.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two states of a project and what is predicted for the second. Written as text: a title, then perhaps {@code $} and options of
 * {@code varve predict}, then the files of the first state, each behind a line {@code -- path --}; behind {@code == after} the
 * files that differ in the second; behind {@code == predict} one line a step. A header may say {@code -- path 0755 --},
 * {@code -- folder/ 0700 --}, {@code -- link -> target --} or {@code -- path gone --}. Files under {@code @name/} belong to the
 * build context of that name.
 */
record Scenario(String title, Options options, List<FileSpec> before, List<FileSpec> changes, String predicted) {
    private static final Pattern HEADER = Pattern.compile("-- (.+?)(?: (0\\d{3,4}|gone|-> .*))? --");

    /** A file of a state. */
    record FileSpec(String path, String what, String content) {}

    /** What {@code varve predict} would be given. */
    record Options(
            Map<String, String> argsBefore,
            Map<String, String> args,
            String target,
            String platform,
            CacheModel model) {}

    static Scenario parse(String text) {
        String[] parts = text.split("(?m)^== (?:after|predict)\n", -1);
        String[] head = parts[0].split("(?m)^(?=-- )", 2);
        String[] lines = head[0].split("\n", 2);
        return new Scenario(
                lines[0],
                options(lines.length > 1 ? lines[1] : ""),
                files(head.length > 1 ? head[1] : ""),
                files(parts[1]),
                parts.length > 2 ? parts[2] : "");
    }

    private static Options options(String text) {
        Map<String, String> before = new LinkedHashMap<>();
        Map<String, String> args = new LinkedHashMap<>();
        String target = "";
        String platform = "";
        CacheModel model = CacheModel.BUILDKIT;
        String[] words = text.strip().split("\\s+");
        for (int i = 1; i + 1 < words.length; i += 2) {
            String value = words[i + 1];
            int equals = value.indexOf('=');
            switch (words[i]) {
                case "--build-arg" -> {
                    args.put(value.substring(0, equals), value.substring(equals + 1));
                    before.putIfAbsent(value.substring(0, equals), value.substring(equals + 1));
                }
                case "--before-arg" -> before.put(value.substring(0, equals), value.substring(equals + 1));
                case "--target" -> target = value;
                case "--platform" -> platform = value;
                case "--model" -> model = CacheModel.valueOf(value);
                default -> throw new IllegalArgumentException(words[i]);
            }
        }
        return new Options(before, args, target, platform, model);
    }

    private static List<FileSpec> files(String text) {
        List<FileSpec> files = new ArrayList<>();
        for (String part : text.split("(?m)^(?=-- .* --$)")) {
            String[] headAndBody = part.split("\n", 2);
            Matcher header = HEADER.matcher(headAndBody[0]);
            if (header.matches()) {
                String what = header.group(2) == null ? "" : header.group(2);
                files.add(new FileSpec(header.group(1), what, headAndBody.length > 1 ? headAndBody[1] : ""));
            }
        }
        return files;
    }

    /** Writes the first state to {@code folder/before} and the second to {@code folder/after}. */
    void writeTo(Path folder) throws IOException {
        for (String state : List.of("before", "after")) {
            Files.createDirectories(folder.resolve(state));
            for (FileSpec file : before) {
                write(folder.resolve(state), file);
            }
        }
        for (FileSpec file : changes) {
            write(folder.resolve("after"), file);
        }
    }

    private static void write(Path root, FileSpec file) throws IOException {
        Path path = root.resolve(file.path);
        if (file.what.equals("gone")) {
            Trees.delete(path);
            return;
        }
        if (file.path.endsWith("/")) {
            Files.createDirectories(path);
        } else {
            Files.createDirectories(path.getParent());
            Files.deleteIfExists(path);
            if (file.what.startsWith("-> ")) {
                Files.createSymbolicLink(path, Path.of(file.what.substring(3)));
                return;
            }
            Files.writeString(path, file.content);
        }
        Trees.setMode(path, file.what.isEmpty() ? (file.path.endsWith("/") ? "0755" : "0644") : file.what);
    }

    Project project(Path state) throws IOException {
        Map<String, Path> named = new LinkedHashMap<>();
        try (var entries = Files.newDirectoryStream(state, "@*")) {
            entries.forEach(entry -> named.put(entry.getFileName().toString().substring(1), entry));
        }
        return new Project(state, state.resolve("Dockerfile"), named);
    }

    BuildOptions optionsBefore() {
        return common().withBuildArgs(options.argsBefore);
    }

    BuildOptions optionsAfter() {
        return common().withBuildArgs(options.args);
    }

    private BuildOptions common() {
        BuildOptions common = BuildOptions.defaults();
        if (!options.target.isEmpty()) {
            common = common.withTarget(options.target);
        }
        return options.platform.isEmpty() ? common : common.withPlatform(Platform.parse(options.platform));
    }

    Prediction predict(Path folder) throws IOException, PlanException {
        PlannedBuild then = project(folder.resolve("before")).plan(optionsBefore(), DigestCache.none());
        PlannedBuild now = project(folder.resolve("after")).plan(optionsAfter(), DigestCache.none());
        return Prediction.of(options.model, then, now);
    }

    static String render(Prediction prediction) {
        StringBuilder text = new StringBuilder();
        for (StepPrediction step : prediction.steps()) {
            text.append(step.isStep() ? step.status().name() : "-")
                    .append(' ')
                    .append(step.step().line())
                    .append(' ')
                    .append(step.step().text());
            step.cause()
                    .ifPresent(cause -> text.append(" : ")
                            .append(cause.kind().name().toLowerCase(Locale.ROOT))
                            .append(' ')
                            .append(cause.line())
                            .append(": ")
                            .append(cause.text()));
            text.append('\n');
        }
        return text.toString();
    }
}
