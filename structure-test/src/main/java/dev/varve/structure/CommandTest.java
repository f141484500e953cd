package dev.varve.structure;

import java.util.List;

/**
 * A command to run in a container.
 *
 * @param setup commands to run before, in containers of their own whose changes are kept
 * @param teardown is of no meaning: nothing of the container is left
 * @param env for the command, taken as it is
 * @param command the program and its arguments; variables in them are those of the image
 * @param expectedOutput regular expressions to find in what it prints; the others alike
 */
public record CommandTest(
        String name,
        Place place,
        List<List<String>> setup,
        List<List<String>> teardown,
        List<Pair> env,
        List<String> command,
        int exitCode,
        List<String> expectedOutput,
        List<String> excludedOutput,
        List<String> expectedError,
        List<String> excludedError)
        implements StructureTest {
    /** A test of copied lists. */
    public CommandTest {
        setup = setup.stream().map(List::copyOf).toList();
        teardown = teardown.stream().map(List::copyOf).toList();
        env = List.copyOf(env);
        command = List.copyOf(command);
        expectedOutput = List.copyOf(expectedOutput);
        excludedOutput = List.copyOf(excludedOutput);
        expectedError = List.copyOf(expectedError);
        excludedError = List.copyOf(excludedError);
    }

    @Override
    public String title() {
        return "Command Test: " + name;
    }
}
