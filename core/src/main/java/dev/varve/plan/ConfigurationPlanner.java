package dev.varve.plan;

import dev.varve.dockerfile.Assignment;
import dev.varve.dockerfile.Cmd;
import dev.varve.dockerfile.Entrypoint;
import dev.varve.dockerfile.Env;
import dev.varve.dockerfile.Expose;
import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Healthcheck;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Label;
import dev.varve.dockerfile.Maintainer;
import dev.varve.dockerfile.OnBuild;
import dev.varve.dockerfile.Shell;
import dev.varve.dockerfile.ShellLexer;
import dev.varve.dockerfile.StopSignal;
import dev.varve.dockerfile.User;
import dev.varve.dockerfile.Volume;
import dev.varve.dockerfile.Word;
import dev.varve.image.HealthCheckConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The instructions that change the image's configuration and nothing else (BuildKit {@code dockerfile2llb/convert.go}). */
final class ConfigurationPlanner {
    private final StageState state;
    private final ShellLexer lexer;
    private final int line;

    ConfigurationPlanner(StageState state, ShellLexer lexer, int line) {
        this.state = state;
        this.lexer = lexer;
        this.line = line;
    }

    /** Changes the state; gives the line for the history. */
    String plan(Instruction instruction) throws PlanException {
        if (instruction instanceof Env env) {
            return env(env);
        }
        if (instruction instanceof Label label) {
            return label(label);
        }
        if (instruction instanceof Expose expose) {
            return expose(expose);
        }
        if (instruction instanceof Volume volume) {
            return volume(volume);
        }
        if (instruction instanceof StopSignal stopSignal) {
            return stopSignal(stopSignal);
        }
        if (instruction instanceof Healthcheck healthcheck) {
            return healthcheck(healthcheck);
        }
        if (instruction instanceof User user) {
            state.image.user = expand(user.user());
            return "USER " + state.image.user;
        }
        if (instruction instanceof Maintainer maintainer) {
            state.image.author = maintainer.maintainer().text();
            return "MAINTAINER " + state.image.author;
        }
        if (instruction instanceof Shell shell) {
            state.image.shell = texts(shell.command());
            return "SHELL " + GoText.list(state.image.shell);
        }
        if (instruction instanceof Cmd cmd) {
            List<String> words = command(cmd, cmd.command());
            state.image.setCmd(words);
            return "CMD " + GoText.quoted(words);
        }
        if (instruction instanceof Entrypoint entrypoint) {
            List<String> words = command(entrypoint, entrypoint.command());
            state.image.setEntrypoint(words);
            return "ENTRYPOINT " + GoText.quoted(words);
        }
        if (instruction instanceof OnBuild onBuild) {
            state.image.onBuild.add(onBuild.expression());
            return "ONBUILD " + onBuild.expression();
        }
        throw new IllegalArgumentException("not a matter of configuration: " + instruction.name());
    }

    private String env(Env env) throws PlanException {
        // all of one instruction's values see the variables as they were before it
        List<Map.Entry<String, String>> assignments = expanded(env.assignments());
        for (Map.Entry<String, String> assignment : assignments) {
            state.variables.set(assignment.getKey(), assignment.getValue());
            state.image.setEnv(assignment.getKey(), assignment.getValue());
        }
        return shown("ENV", assignments);
    }

    private String label(Label label) throws PlanException {
        List<Map.Entry<String, String>> assignments = expanded(label.assignments());
        assignments.forEach(assignment -> state.image.labels.put(assignment.getKey(), assignment.getValue()));
        return shown("LABEL", assignments);
    }

    private List<Map.Entry<String, String>> expanded(List<Assignment> assignments) throws PlanException {
        List<Map.Entry<String, String>> expanded = new ArrayList<>();
        for (Assignment assignment : assignments) {
            expanded.add(Map.entry(expand(assignment.key()), expand(assignment.value())));
        }
        return expanded;
    }

    private static String shown(String keyword, List<Map.Entry<String, String>> assignments) {
        StringBuilder text = new StringBuilder(keyword);
        assignments.forEach(assignment ->
                text.append(' ').append(assignment.getKey()).append('=').append(assignment.getValue()));
        return text.toString();
    }

    private String expose(Expose expose) throws PlanException {
        List<String> ports = new ArrayList<>();
        for (String word : texts(expose.ports()).stream().sorted().toList()) {
            for (String port : state.expandWords(lexer, word, line)) {
                ports.addAll(ExposedPorts.parse(port, line));
            }
        }
        state.image.exposedPorts.addAll(ports);
        return "EXPOSE " + GoText.list(ports);
    }

    private String volume(Volume volume) throws PlanException {
        List<String> paths = new ArrayList<>();
        for (Word word : volume.paths()) {
            String path = expand(word);
            if (path.isEmpty()) {
                throw new PlanException(line, "a path of VOLUME is empty");
            }
            paths.add(path);
        }
        state.image.volumes.addAll(paths);
        return "VOLUME " + GoText.list(paths);
    }

    private String stopSignal(StopSignal stopSignal) throws PlanException {
        String signal = expand(stopSignal.signal());
        if (!StopSignals.isSignal(signal)) {
            throw new PlanException(
                    line, "'" + signal + "' is no signal; expected a name such as SIGTERM, or a number");
        }
        state.image.stopSignal = signal;
        return "STOPSIGNAL " + signal;
    }

    private String healthcheck(Healthcheck check) {
        List<String> test = new ArrayList<>();
        if (check.none()) {
            test.add("NONE");
        } else {
            test.add(check.syntax().form() == Form.EXEC ? "CMD" : "CMD-SHELL");
            test.addAll(texts(check.command()));
        }
        HealthCheckConfig config = new HealthCheckConfig(
                test, check.interval(), check.timeout(), check.startPeriod(), check.startInterval(), check.retries());
        state.image.healthcheck = Optional.of(config);
        return "HEALTHCHECK " + GoText.healthcheck(config);
    }

    private List<String> command(Instruction instruction, List<Word> words) {
        List<String> texts = texts(words);
        return instruction.syntax().form() == Form.EXEC ? texts : state.withShell(String.join(" ", texts));
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    private String expand(Word word) throws PlanException {
        return state.expand(lexer, word.text(), line);
    }
}
