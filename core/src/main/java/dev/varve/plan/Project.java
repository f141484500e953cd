package dev.varve.plan;

import dev.varve.context.BuildContext;
import dev.varve.context.DigestCache;
import dev.varve.context.DockerIgnore;
import dev.varve.context.FolderContext;
import dev.varve.dockerfile.Dockerfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A project on disk: what {@code docker build -f dockerfile context} is given.
 *
 * @param context the build context
 * @param dockerfile the Dockerfile, in the context or not
 * @param named the folders of {@code --build-context}, by name
 */
public record Project(Path context, Path dockerfile, Map<String, Path> named) {
    public Project {
        named = Map.copyOf(named);
    }

    /** A folder with its {@code Dockerfile}. */
    public static Project in(Path folder) {
        return new Project(folder, dockerfile(folder.resolve("Dockerfile")), Map.of());
    }

    /** The Dockerfile at a path: docker takes a file {@code dockerfile} for a {@code Dockerfile} that is not there. */
    public static Path dockerfile(Path path) {
        Path lowerCase = path.resolveSibling("dockerfile");
        return path.endsWith("Dockerfile") && Files.notExists(path) && Files.exists(lowerCase) ? lowerCase : path;
    }

    /**
     * Reads the Dockerfile and plans its build, then walks the contexts that the plan reads.
     *
     * @param options beside these, the names of this project's folders are contexts
     * @param cache what is known of files from earlier; the caller saves it
     * @throws IOException where something cannot be read
     * @throws PlanException where the Dockerfile cannot be built
     */
    public PlannedBuild plan(BuildOptions options, DigestCache cache) throws IOException, PlanException {
        Map<String, Source> contexts = new HashMap<>(options.contexts());
        named.keySet().forEach(name -> contexts.put(name, new Source.Context(name)));
        BuildPlan plan = BuildPlan.of(Dockerfile.parse(dockerfile), options.withContexts(contexts));
        Map<String, BuildContext> read = new HashMap<>();
        for (String name : plan.contexts()) {
            if (name.isEmpty()) {
                read.put(name, walk(context, DockerIgnore.locate(context, dockerfile), cache));
            } else if (named.containsKey(name)) {
                Path folder = named.get(name);
                read.put(name, walk(folder, DockerIgnore.locate(folder), cache));
            }
        }
        return new PlannedBuild(plan, new Contexts(read));
    }

    private static BuildContext walk(Path folder, Optional<Path> ignoreFile, DigestCache cache) throws IOException {
        DockerIgnore ignore = ignoreFile.isPresent() ? DockerIgnore.read(ignoreFile.get()) : DockerIgnore.none();
        return FolderContext.of(folder, ignore, cache);
    }
}
