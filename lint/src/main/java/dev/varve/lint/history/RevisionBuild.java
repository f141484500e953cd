package dev.varve.lint.history;

import dev.varve.context.BuildContext;
import dev.varve.context.DockerIgnore;
import dev.varve.context.InMemoryContext;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.lint.history.git.GitRepository;
import dev.varve.lint.history.git.History;
import dev.varve.lint.history.git.HistoryException;
import dev.varve.lint.history.git.PathChange;
import dev.varve.lint.history.git.PathTable;
import dev.varve.lint.history.git.PathUnion;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.Contexts;
import dev.varve.plan.PlanException;
import dev.varve.plan.PlannedBuild;

/** A commit's files, ready to build. Git's object ids are the digests, so that two commits can be compared and nothing is read. */
public final class RevisionBuild {
    private RevisionBuild() {}

    /**
     * Plans the build of a commit with its own Dockerfile and ignore file.
     *
     * @param dockerfile the Dockerfile's path in the repository
     * @throws HistoryException where there is no such commit or Dockerfile
     * @throws PlanException where the Dockerfile cannot be built
     */
    public static PlannedBuild of(GitRepository repository, String revision, String dockerfile, BuildOptions options)
            throws HistoryException, PlanException {
        BuildFiles.State files =
                new BuildFiles(dockerfile, repository.folder()).at(path -> repository.text(revision, path));
        String text = files.dockerfile()
                .orElseThrow(() -> new HistoryException(dockerfile + ": there is no such Dockerfile in " + revision));
        BuildPlan plan = BuildPlan.of(Dockerfile.parse(dockerfile, text), options);
        DockerIgnore ignore = files.ignore().map(DockerIgnore::parse).orElseGet(DockerIgnore::none);
        BuildContext context = context(repository.tree(revision)).excluding(ignore);
        return new PlannedBuild(plan, Contexts.of(context));
    }

    private static BuildContext context(History state) {
        InMemoryContext.Builder files = InMemoryContext.builder();
        PathTable paths = state.paths();
        for (PathChange entry : state.commits().get(0).changes()) {
            String path = paths.path(entry.path());
            if (!PathUnion.isClean(path)) {
                continue;
            }
            switch (paths.kind(entry.path())) {
                case FOLDER -> files.directory(path);
                // a new commit in a submodule shows as another folder inside of it
                case SUBMODULE -> files.directory(path + "/" + Long.toHexString(entry.after()));
                case FILE -> files.file(path, Long.toHexString(entry.after()), 0, 0644);
                case LINK -> files.symlink(path, state.links().getOrDefault(path, path));
            }
        }
        return files.build();
    }
}
