package dev.varve.engine;

import dev.varve.context.BuildContext;
import dev.varve.context.DockerIgnore;
import dev.varve.context.Entry;
import dev.varve.context.FolderContext;
import dev.varve.context.Problem;
import dev.varve.context.SlashPath;
import dev.varve.dockerfile.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What to say of a file that COPY does not find: whether {@code .dockerignore} hides it, or what has a name like it. */
final class MissingFile {
    private final Path context;
    private final Optional<Path> ignoreFile;

    MissingFile(Path context, Path dockerfile) {
        this.context = context;
        this.ignoreFile = DockerIgnore.locate(context, dockerfile);
    }

    String explain(Problem problem) {
        String path = SlashPath.inContext(problem.path());
        String what = path + ": " + problem.message();
        if (problem.kind() != Problem.Kind.NOT_FOUND) {
            return what;
        }
        try {
            if (ignoreFile.isPresent() && Files.exists(context.resolve(path))) {
                return what + "; the file is there, but " + context.relativize(ignoreFile.get()) + " excludes it";
            }
            return what + similar(path);
        } catch (IOException | IllegalArgumentException e) {
            return what;
        }
    }

    private String similar(String path) throws IOException {
        DockerIgnore ignore = ignoreFile.isPresent() ? DockerIgnore.read(ignoreFile.get()) : DockerIgnore.none();
        BuildContext files = FolderContext.of(context).excluding(ignore);
        List<String> names = files.tree().entries().stream().map(Entry::path).toList();
        String name = SlashPath.base(path);
        Optional<String> elsewhere = names.stream()
                .filter(candidate -> SlashPath.base(candidate).equals(name))
                .findFirst();
        List<String> siblings = files.tree().children(SlashPath.parent(path)).stream()
                .map(Entry::path)
                .toList();
        String near = Suggestion.of(path, siblings, "");
        return near.isEmpty()
                ? elsewhere.map(found -> "; did you mean " + found + "?").orElse("")
                : near;
    }
}
