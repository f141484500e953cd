package dev.varve.cli.system;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failure;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.engine.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code varve login}. */
final class LoginCommand extends EngineCommand {
    private static final String DOCKER_HUB = "docker.io";

    private final Text password =
            flags.text("-p, --password", "string", "Password or Personal Access Token (PAT); others can see it there");
    private final Toggle fromInput =
            flags.toggle("--password-stdin", "Take the Password or Personal Access Token (PAT) from stdin");
    private final Text user = flags.text("-u, --username", "string", "Username");

    LoginCommand() {
        super("[OPTIONS] [SERVER]", Arity.atMost(1));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Without a server it is Docker Hub. Credentials are kept where docker keeps them, and used by both.");
    }

    /** As images' names begin. */
    static String server(List<String> arguments) {
        String given = arguments.isEmpty() ? DOCKER_HUB : arguments.get(0);
        String host = given.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
        return host.equals("index.docker.io") || host.equals("registry-1.docker.io") ? DOCKER_HUB : host;
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        if (password.isGiven() && fromInput.isOn()) {
            throw new Failure("--password and --password-stdin are mutually exclusive");
        }
        if (fromInput.isOn() && !user.isGiven()) {
            throw new Failure("--password-stdin takes the password only; give the user name with --username");
        }
        if (password.isGiven()) {
            console.err()
                    .println("varve: warning: others can see a password on the command line; use --password-stdin");
        }
        String name = user.isGiven() ? user.or("") : ask("Username: ", console);
        Optional<Path> file = engine.login(server(arguments), name, password(console));
        file.ifPresent(path -> console.err()
                .println("varve: warning: the password is kept unencrypted in " + path
                        + "; a credential helper keeps it better"));
        console.out().println("Login Succeeded");
        return ExitCode.OK;
    }

    private String password(Console console) throws IOException {
        if (password.isGiven()) {
            return password.or("");
        }
        String given;
        if (fromInput.isOn()) {
            given = new String(console.in().readAllBytes(), StandardCharsets.UTF_8).replaceFirst("\\r?\\n$", "");
        } else {
            given = askHidden(console);
        }
        if (given.isEmpty()) {
            throw new Failure("the password is empty");
        }
        return given;
    }

    private static String ask(String question, Console console) throws IOException {
        if (!console.terminal().in()) {
            throw new Failure("there is no terminal to ask for the user name at; give it with --username");
        }
        console.out().print(question);
        console.out().flush();
        StringBuilder answer = new StringBuilder();
        for (int c = console.in().read(); c >= 0 && c != '\n'; c = console.in().read()) {
            answer.append((char) c);
        }
        return answer.toString().strip();
    }

    private static String askHidden(Console console) {
        java.io.Console terminal = console.terminal().in() ? System.console() : null;
        if (terminal == null) {
            throw new Failure("there is no terminal to ask for the password at; give it with --password-stdin");
        }
        char[] typed = terminal.readPassword("Password: ");
        return typed == null ? "" : new String(typed);
    }
}
