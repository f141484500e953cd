package dev.varve.cli.image;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failures;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.engine.Engine;
import dev.varve.engine.NotFoundException;
import dev.varve.engine.Removal;
import java.io.IOException;
import java.util.List;

/** {@code varve image rm}. */
final class RemoveCommand extends EngineCommand {
    private final Toggle force = flags.toggle("-f, --force", "Force removal of the image");

    RemoveCommand() {
        super("[OPTIONS] IMAGE [IMAGE...]", Arity.atLeast(1));
        flags.unsupported("an image is removed without those it was built from", "--no-prune");
        flags.unsupported("an image has one platform here", "--platform");
    }

    /** One that cannot be removed does not keep the others from being removed. */
    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        int code = ExitCode.OK;
        for (String image : arguments) {
            try {
                print(engine.remove(image, force.isOn()), console);
            } catch (NotFoundException e) {
                int reported = Failures.report(e, ExitCode.FAILED, console);
                code = force.isOn() ? code : reported;
            } catch (IOException e) {
                code = Failures.report(e, ExitCode.FAILED, console);
            }
        }
        return code;
    }

    static void print(Removal removal, Console console) {
        removal.untagged().forEach(name -> console.out().println("Untagged: " + name.familiar()));
        removal.deleted().ifPresent(id -> console.out().println("Deleted: " + id));
    }
}
