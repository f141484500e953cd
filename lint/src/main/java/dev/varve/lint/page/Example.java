package dev.varve.lint.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Dockerfile on a rule's page.
 *
 * @param line the line of the page on which it begins, from 1
 * @param dockerfile the text, the markers taken off
 * @param expected the lines on which the rule must find something, from 1, one entry a finding; none in a good example
 * @param files the build context it is linted with, path to content; empty where it needs none
 * @param images the images that are known, name to platforms
 * @param configuration the text of the configuration it is linted with
 * @param fixed what fixing makes of it; empty where the page does not say
 */
public record Example(
        int line,
        String dockerfile,
        List<Integer> expected,
        Map<String, String> files,
        Map<String, List<String>> images,
        Optional<String> configuration,
        Optional<String> fixed) {
    public Example {
        expected = List.copyOf(expected);
        files = Map.copyOf(files);
        images = Map.copyOf(images);
    }

    Example fixedAs(String text) {
        return new Example(line, dockerfile, expected, files, images, configuration, Optional.of(text));
    }
}
