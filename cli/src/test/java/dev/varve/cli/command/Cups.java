package dev.varve.cli.command;

import dev.varve.cli.console.Console;
import dev.varve.cli.console.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** A menu to test with: {@code cups cup pour}, and {@code cups pour}. */
final class Cups extends Group {
    Cups() {
        super(
                "cup",
                "Manage cups",
                List.of(
                        new Entry("pour", "Pour something into cups", "fill"),
                        new Entry("run", "Run something in a cup"),
                        new Entry("break", "Break a cup")));
    }

    static Menu menu() {
        Group cups = new Cups();
        return new Menu(
                "cups",
                "Cups of all kinds",
                List.of(new Menu.Section(
                        "Common Commands", List.of(new Shortcut("pour", cups), new Shortcut("use", cups, "run")))),
                List.of(cups));
    }

    @Override
    protected Command create(String entry) {
        return switch (entry) {
            case "pour" -> new Pour();
            case "run" -> new RunInCup();
            default -> new Break();
        };
    }

    private static final class Pour extends Command {
        private final Toggle hot = flags.toggle("-H, --hot", "Make it hot");
        private final Toggle milk =
                flags.toggle("-m, --milk", "Add milk, as much as there is room for in a cup of that size");
        private final Toggle lid = flags.usual("--lid", "Put a lid on");
        private final Text size = flags.choice("--size", List.of("small", "large"), "How much");
        private final Text name = flags.text("-n, --name", "string", "Whose it is");
        private final Texts sugar = flags.texts("-s, --sugar", "count", "Lumps").checked(count -> {
            if (!count.matches("[0-9]+")) {
                throw new IllegalArgumentException("expected a number");
            }
        });

        Pour() {
            super("[OPTIONS] DRINK [DRINK...]", Arity.atLeast(1));
            flags.unsupported("cups are not recycled", "--recycle", "-R");
            flags.unsupported("", "--straw");
        }

        @Override
        public int run(List<String> arguments, Console console) {
            console.out()
                    .println(arguments + " hot=" + hot.isOn() + " milk=" + milk.isOn() + " lid=" + lid.isOn() + " size="
                            + size.or("?") + " name=" + name.or("?") + " sugar=" + sugar.values());
            return 0;
        }
    }

    private static final class RunInCup extends Command {
        private final Toggle remove = flags.toggle("--rm", "Remove it");

        RunInCup() {
            super("[OPTIONS] CUP [COMMAND] [ARG...]", Arity.atLeast(1));
        }

        @Override
        public boolean isFlagsFirst() {
            return true;
        }

        @Override
        public int run(List<String> arguments, Console console) {
            console.out().println(arguments + " rm=" + remove.isOn());
            return 7;
        }
    }

    private static final class Break extends Command {
        Break() {
            super("HOW", Arity.exactly(1));
        }

        @Override
        public int run(List<String> arguments, Console console) throws IOException, InterruptedException {
            switch (arguments.get(0)) {
                case "file" -> throw new NoSuchFileException("saucer");
                case "io" -> throw new IOException("the cup is too hot");
                case "unchecked" -> throw new UncheckedIOException(new IOException("the cup is stuck"));
                case "failure" -> throw new Failure("there is no cup");
                case "stop" -> throw new InterruptedException();
                default -> throw new IllegalStateException("no hands");
            }
        }
    }
}
