package dev.varve.cli.inspect;

import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failures;
import dev.varve.cli.console.JsonPrinter;
import dev.varve.cli.template.Template;
import dev.varve.engine.NotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Prints documents about things: all those that there are, then what is missing. */
public final class Inspection {
    private final String format;
    private final Console console;

    /** @param format as given with {@code --format}; empty where it was not */
    public Inspection(String format, Console console) {
        this.format = format;
        this.console = console;
    }

    /** Looks things up. */
    @FunctionalInterface
    public interface Finder {
        /** @throws NotFoundException where there is no such thing */
        Document find(String nameOrId) throws IOException;
    }

    /** @return the exit code */
    public int run(List<String> names, Finder finder) throws IOException {
        List<Document> found = new ArrayList<>();
        List<NotFoundException> missing = new ArrayList<>();
        for (String name : names) {
            try {
                found.add(finder.find(name));
            } catch (NotFoundException e) {
                missing.add(e);
            }
        }
        print(found);
        missing.forEach(failure -> Failures.report(failure, ExitCode.FAILED, console));
        return missing.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void print(List<Document> found) {
        if (format.isEmpty() || format.equals("json")) {
            List<Object> documents = new ArrayList<>();
            found.forEach(document -> documents.add(document.json()));
            console.out().println(format.isEmpty() ? JsonPrinter.pretty(documents) : JsonPrinter.compact(documents));
            return;
        }
        Template template = Template.parse(format);
        found.forEach(document -> console.out().println(template.render(document.fields())));
    }
}
