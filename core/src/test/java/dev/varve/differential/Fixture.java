package dev.varve.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A build, and the image that Docker makes of it. Written as text: a title; then a line {@code $ varve build} with options for each
 * build, none for one without options; then the files of the context, each behind a line {@code -- path --}
 * (see {@link FixtureFile}); behind {@code == image} what the last build's image consists of (see {@link ImageText}).
 *
 * @param name the name of its file without the suffix
 */
record Fixture(String name, String title, List<FixtureBuild> builds, List<FixtureFile> files, String image) {
    static final Path FOLDER = Path.of("src/test/resources/engine/images");

    private static final String IMAGE = "== image\n";
    private static final String COMMAND = "$ varve build";

    /** All of them, or those whose names have {@code -Dvarve.fixture} in them. */
    static List<Fixture> all() throws IOException {
        String only = System.getProperty("varve.fixture", "");
        List<Fixture> fixtures = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().contains(only)) {
                    fixtures.add(
                            parse(file.getFileName().toString().replaceFirst("\\.txt$", ""), Files.readString(file)));
                }
            }
        }
        return fixtures;
    }

    static Fixture parse(String name, String text) {
        int image = text.indexOf(IMAGE);
        String input = image < 0 ? text : text.substring(0, image);
        String[] headAndFiles = input.split("(?m)^(?=-- )", 2);
        List<FixtureBuild> builds = new ArrayList<>();
        String[] head = headAndFiles[0].split("\n");
        for (int i = 1; i < head.length; i++) {
            builds.add(FixtureBuild.parse(head[i].substring(COMMAND.length())));
        }
        if (builds.isEmpty()) {
            builds.add(FixtureBuild.parse(""));
        }
        return new Fixture(
                name,
                head[0],
                builds,
                FixtureFile.parseAll(headAndFiles[1]),
                image < 0 ? "" : text.substring(image + IMAGE.length()));
    }

    Path file() {
        return FOLDER.resolve(name + ".txt");
    }

    /** Puts another image into the file. */
    void update(String newImage) throws IOException {
        String text = Files.readString(file());
        int end = text.indexOf(IMAGE);
        Files.writeString(file(), (end < 0 ? text : text.substring(0, end)) + IMAGE + newImage);
    }

    @Override
    public String toString() {
        return name + ": " + title;
    }
}
