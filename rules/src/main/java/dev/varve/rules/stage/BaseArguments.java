package dev.varve.rules.stage;

import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.ArgDeclaration;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.ExpansionException;
import dev.varve.dockerfile.ShellLexer;
import dev.varve.dockerfile.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The arguments that FROM may use, as they are where the build is given none. */
final class BaseArguments {
    private static final List<String> PREDEFINED = List.of(
            "BUILDPLATFORM",
            "BUILDOS",
            "BUILDOSVERSION",
            "BUILDARCH",
            "BUILDVARIANT",
            "TARGETPLATFORM",
            "TARGETOS",
            "TARGETOSVERSION",
            "TARGETARCH",
            "TARGETVARIANT",
            "TARGETSTAGE");

    private final ShellLexer lexer;
    private final Set<String> declared = new TreeSet<>(PREDEFINED);
    private final Map<String, String> values = new HashMap<>();

    BaseArguments(Dockerfile file) {
        this.lexer = new ShellLexer(file.escape());
        PREDEFINED.forEach(name -> values.put(name, "linux"));
        for (Arg arg : file.globalArgs()) {
            arg.declarations().forEach(this::declare);
        }
    }

    private void declare(ArgDeclaration declaration) {
        declared.add(declaration.name());
        Word value = declaration.defaultValue();
        if (value != null) {
            expand(value).ifPresent(expanded -> values.put(declaration.name(), expanded.text()));
        }
    }

    Set<String> declared() {
        return declared;
    }

    /** What a word comes to; empty where BuildKit refuses it. */
    Optional<ShellLexer.Expanded> expand(Word word) {
        try {
            return Optional.of(lexer.expand(word.text(), values::get));
        } catch (ExpansionException e) {
            return Optional.empty();
        }
    }
}
