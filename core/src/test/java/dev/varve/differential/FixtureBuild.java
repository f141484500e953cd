package dev.varve.differential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One {@code varve build} of a fixture.
 *
 * @param words the command line's options as they are written
 * @param dockerfile its path in the context
 * @param tag what the image is called; empty for nothing
 * @param target the stage to build; empty for the last
 * @param platform what it is for; empty for what its base is for
 * @param contexts folders of the context, or {@code docker-image://} and a name, by name
 * @param secrets files of the context by id
 */
record FixtureBuild(
        List<String> words,
        String dockerfile,
        String tag,
        String target,
        String platform,
        Map<String, String> arguments,
        Map<String, String> labels,
        Map<String, String> contexts,
        Map<String, String> secrets) {

    static FixtureBuild parse(String options) {
        Map<String, String> single = new LinkedHashMap<>();
        Map<String, Map<String, String>> many = new LinkedHashMap<>();
        List<String> words =
                options.isBlank() ? List.of() : List.of(options.strip().split("\\s+"));
        for (int i = 0; i < words.size(); i += 2) {
            String value = words.get(i + 1);
            switch (words.get(i)) {
                case "--file", "--tag", "--target", "--platform" -> single.put(words.get(i), value);
                case "--build-arg", "--label", "--build-context", "--secret" -> {
                    String assignment = value.replaceFirst("^id=(.*),src=", "$1=");
                    int equals = assignment.indexOf('=');
                    many.computeIfAbsent(words.get(i), name -> new LinkedHashMap<>())
                            .put(assignment.substring(0, equals), assignment.substring(equals + 1));
                }
                default -> throw new IllegalArgumentException(words.get(i));
            }
        }
        return new FixtureBuild(
                words,
                single.getOrDefault("--file", "Dockerfile"),
                single.getOrDefault("--tag", ""),
                single.getOrDefault("--target", ""),
                single.getOrDefault("--platform", ""),
                many.getOrDefault("--build-arg", Map.of()),
                many.getOrDefault("--label", Map.of()),
                many.getOrDefault("--build-context", Map.of()),
                many.getOrDefault("--secret", Map.of()));
    }
}
