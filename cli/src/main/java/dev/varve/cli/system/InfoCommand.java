package dev.varve.cli.system;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.JsonPrinter;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.cli.format.FormatFlag;
import dev.varve.cli.template.Template;
import dev.varve.engine.Container;
import dev.varve.engine.Engine;
import dev.varve.image.Platform;
import dev.varve.json.JsonObject;
import dev.varve.sandbox.Obstacle;
import dev.varve.sandbox.SandboxSupport;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** {@code varve system info}. */
final class InfoCommand extends EngineCommand {
    private final Text format = FormatFlag.ofDocuments(flags, "-f, --format");

    InfoCommand() {
        super("[OPTIONS]", Arity.NONE);
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        JsonObject info = describe(engine);
        if (format.or("").equals("json")) {
            console.out().println(JsonPrinter.compact(info));
        } else if (format.isGiven()) {
            console.out().println(Template.parse(format.or("")).render(info));
        } else {
            print(info, console.out());
        }
        return ExitCode.OK;
    }

    private static JsonObject describe(Engine engine) throws IOException {
        List<Container> containers = engine.containers();
        int running = 0;
        for (Container container : containers) {
            running += container.state().isRunning() ? 1 : 0;
        }
        SandboxSupport sandbox = engine.sandboxSupport();
        return JsonObject.EMPTY
                .with("StoreFolder", engine.home().toString())
                .with("Images", engine.images().size())
                .with("Containers", containers.size())
                .with("ContainersRunning", running)
                .with("ContainersStopped", containers.size() - running)
                .with("Platform", Platform.host().toString())
                .with("Sandbox", sandbox.sandbox())
                .with("SandboxUsers", sandbox.users())
                .with("CanRun", sandbox.obstacles().isEmpty())
                .with(
                        "Obstacles",
                        sandbox.obstacles().stream().map(Obstacle::toString).toList())
                .with("OperatingSystem", System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""))
                .with("JavaVersion", System.getProperty("java.version", ""));
    }

    private static void print(JsonObject info, PrintWriter out) {
        info.members().forEach((name, value) -> {
            if (value instanceof List<?> values) {
                values.forEach(one -> out.println(spaced(name) + ": " + one));
            } else {
                out.println(spaced(name) + ": " + value);
            }
        });
    }

    /** {@code StoreFolder} is {@code Store Folder}. */
    private static String spaced(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2");
    }
}
