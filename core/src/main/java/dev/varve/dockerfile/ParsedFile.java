package dev.varve.dockerfile;

import java.util.List;

/** What the parser makes of a file. */
record ParsedFile(
        char escape,
        List<Directive> directives,
        List<Arg> globalArgs,
        List<Stage> stages,
        List<Instruction> instructions,
        List<Comment> comments,
        List<Piece> pieces,
        List<Diagnostic> diagnostics,
        boolean cutOff) {
    ParsedFile {
        directives = List.copyOf(directives);
        globalArgs = List.copyOf(globalArgs);
        stages = List.copyOf(stages);
        instructions = List.copyOf(instructions);
        comments = List.copyOf(comments);
        pieces = List.copyOf(pieces);
        diagnostics = List.copyOf(diagnostics);
    }
}
