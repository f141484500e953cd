package dev.varve.junit;

import dev.varve.engine.BuildFailedException;
import dev.varve.engine.BuildRequest;
import dev.varve.engine.BuildResult;
import dev.varve.engine.Engine;
import dev.varve.engine.build.BuildTrail;
import dev.varve.image.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Builds sources with an engine. */
final class Building {
    private final Session session;

    Building(Session session) {
        this.session = session;
    }

    /** Builds in the source's own folder where it is as the folder says, else in a copy of it. */
    BuiltImage build(ImageSource source) throws IOException, InterruptedException {
        if (source.image().isPresent()) {
            return new BuiltImage(session.engine().image(source.image().get()), Optional.empty(), "");
        }
        if (source.context().isPresent()
                && source.files().isEmpty()
                && source.text().isEmpty()
                && Files.isDirectory(source.context().get())) {
            Path context = source.context().get();
            return run(request(source, context, Workspace.dockerfile(context, source)));
        }
        try (Workspace workspace = Workspace.of(source)) {
            return run(request(source, workspace));
        }
    }

    BuiltImage build(ImageSource source, Workspace workspace, BuildTrail trail, boolean useCache)
            throws IOException, InterruptedException {
        BuildRequest request = request(source, workspace).following(trail);
        return run(useCache ? request : request.withoutCache());
    }

    private BuildRequest request(ImageSource source, Workspace workspace) throws IOException, InterruptedException {
        workspace.become(source);
        return request(source, workspace.context(), workspace.dockerfile());
    }

    private BuildRequest request(ImageSource source, Path context, Path dockerfile)
            throws IOException, InterruptedException {
        BuildRequest request =
                session.engine().build(context).dockerfile(dockerfile).args(source.args());
        source.labels().forEach(request::label);
        source.tags().forEach(request::tag);
        source.target().ifPresent(request::target);
        source.platform().ifPresent(request::platform);
        for (Map.Entry<String, ImageSource> base : source.bases().entrySet()) {
            request.contextImage(base.getKey(), nameOf(session.image(base.getValue())));
        }
        return request;
    }

    /** A build can only mean an image by a name; this one is nobody else's. */
    private ImageReference nameOf(BuiltImage image) throws IOException {
        Engine engine = session.engine();
        String name = "varve-test/base:" + image.image().id().hex();
        engine.tag(image.image().id().toString(), name);
        return ImageReference.parse(name);
    }

    private BuiltImage run(BuildRequest request) throws IOException, InterruptedException {
        BuildLog log = new BuildLog();
        BuildResult result;
        try {
            result = request.listener(log).run();
        } catch (BuildFailedException e) {
            throw new FailedBuild(failure(e), log.toString(), e);
        }
        return new BuiltImage(session.engine().image(result.image().toString()), Optional.of(result), log.toString());
    }

    private static String failure(BuildFailedException e) {
        StringBuilder message = new StringBuilder(String.valueOf(e.getMessage()));
        if (!e.output().isEmpty()) {
            message.append("\nits output ended with\n").append(Texts.indented(e.output()));
        }
        e.imageBefore()
                .ifPresent(image -> message.append("\nlook around at that point: varve run -it ")
                        .append(image)
                        .append(" sh"));
        return message.toString();
    }
}
