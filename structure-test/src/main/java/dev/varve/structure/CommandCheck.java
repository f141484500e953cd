package dev.varve.structure;

import dev.varve.engine.EngineException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the setup commands, each in a container of what the one before left, and then the command. */
final class CommandCheck {
    private final ImageUnderTest image;
    private final StructureFile file;
    private final CommandTest test;

    CommandCheck(ImageUnderTest image, StructureFile file, CommandTest test) {
        this.image = image;
        this.file = file;
        this.test = test;
    }

    StructureResult run() throws IOException, InterruptedException {
        Environment environment = new Environment(image.config(), file);
        try (ContainerChain chain = new ContainerChain(image, file.options())) {
            Map<String, String> added = new LinkedHashMap<>(environment.added());
            Map<String, String> ownSetup = environment.expanded(setupPairs());
            for (List<String> command : test.setup()) {
                added.putAll(ownSetup);
                environment.add(ownSetup);
                setUp(chain, command, added);
            }
            added.putAll(commandEnvironment());
            List<String> words = test.command().stream()
                    .map(word -> Expansion.of(word, environment.known()))
                    .toList();
            return compare(chain.run(words, added));
        }
    }

    private List<Pair> setupPairs() {
        if (!file.isOld()) {
            return test.env();
        }
        List<Pair> all = new ArrayList<>(file.globalEnv());
        all.addAll(test.env());
        return all;
    }

    private static void setUp(ContainerChain chain, List<String> command, Map<String, String> variables)
            throws IOException, InterruptedException {
        try {
            chain.keep(command, variables);
        } catch (IOException e) {
            throw new EngineException("the setup command " + command + " could not be run: " + Checks.because(e), e);
        }
    }

    private Map<String, String> commandEnvironment() throws IOException {
        if (file.options().isSet()) {
            return OptionVariables.of(file.options());
        }
        Map<String, String> variables = new LinkedHashMap<>();
        test.env().forEach(pair -> variables.put(pair.key(), pair.value()));
        return variables;
    }

    private StructureResult compare(Ran ran) {
        TextCheck errors = new TextCheck("standard error", ran.stderr());
        errors.expect(test.expectedError());
        errors.exclude(test.excludedError());
        TextCheck output = new TextCheck("the output", ran.stdout());
        output.expect(test.expectedOutput());
        output.exclude(test.excludedOutput());
        List<String> failures = new ArrayList<>(errors.failures());
        failures.addAll(output.failures());
        if (ran.exitCode() != test.exitCode()) {
            failures.add("expected exit code " + test.exitCode() + ", found " + ran.exitCode());
        }
        return new StructureResult(test, failures, ran.stdout(), ran.stderr(), ran.duration());
    }
}
