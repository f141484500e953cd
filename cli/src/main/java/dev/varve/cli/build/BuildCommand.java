package dev.varve.cli.build;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Texts;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failure;
import dev.varve.cli.console.KeyValue;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.cli.engine.ImageNames;
import dev.varve.engine.BuildFailedException;
import dev.varve.engine.BuildRequest;
import dev.varve.engine.BuildResult;
import dev.varve.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code varve build}. */
public final class BuildCommand extends EngineCommand {
    private static final String EPOCH = "SOURCE_DATE_EPOCH";

    private final Texts arguments = flags.texts(
            "--build-arg", "key=value", "Set build-time variables; a key alone takes the environment's value");
    private final Texts contexts = flags.texts(
                    "--build-context", "name=path", "Additional build contexts: a folder, or docker-image://NAME")
            .checked(KeyValue::parse);
    private final Texts cacheFrom =
            flags.texts("--cache-from", "string", "External cache sources (e.g., \"user/app:cache\")");
    private final Texts cacheTo =
            flags.texts("--cache-to", "string", "Cache export destinations (e.g., \"user/app:cache\")");
    private final Text file =
            flags.text("-f, --file", "string", "Name of the Dockerfile (default: \"PATH/Dockerfile\"), - for STDIN");
    private final Text format = flags.choice(
            "--format", List.of("text", "json"), "How the result is printed: json is an object on one line");
    private final Text idFile = flags.text("--iidfile", "string", "Write the image ID to a file");
    private final Texts labels =
            flags.texts("--label", "key=value", "Set metadata for an image").checked(KeyValue::parse);
    private final Text metadataFile = flags.text("--metadata-file", "string", "Write build result metadata to a file");
    private final Text network = flags.choice(
            "--network", List.of("default", "host", "none"), "The network of the \"RUN\" instructions during build");
    private final Toggle noCache = flags.toggle("--no-cache", "Do not use cache when building the image");
    private final Texts outputs =
            flags.texts("-o, --output", "string", "Output destination (format: \"type=local,dest=path\")");
    private final Text platform = flags.text("--platform", "string", "Set target platform for build");
    private final Text progress = flags.choice(
            "--progress", List.of("auto", "tty", "plain", "rawjson", "quiet", "none"), "How what is done is shown");
    private final Toggle pull = flags.toggle("--pull", "Always attempt to pull all referenced images");
    private final Toggle push = flags.toggle("--push", "Shorthand for \"--output=type=registry\"");
    private final Toggle quiet = flags.toggle("-q, --quiet", "Suppress the build output and print image ID on success");
    private final Texts secrets = flags.texts(
            "--secret",
            "string",
            "Secret to expose to the build (format: \"id=mysecret[,src=/local/secret|,env=VAR]\")");
    private final Texts ssh = flags.texts(
            "--ssh", "string", "SSH agent socket to expose to the build (format: \"default|<id>[=<socket>]\")");
    private final Texts tags = flags.texts("-t, --tag", "string", "Name and optionally a tag (format: \"name:tag\")");
    private final Text target = flags.text("--target", "string", "Set the target build stage to build");

    public BuildCommand() {
        super("[OPTIONS] PATH | -", Arity.exactly(1));
        flags.toggle("--load", "Shorthand for \"--output=type=docker\"; the image is always kept here");
        new Attestations(flags);
        flags.unsupported("", "--add-host", "--allow", "--annotation", "--builder", "--cgroup-parent", "--shm-size");
        flags.unsupported("", "--ulimit", "--memory", "--memory-swap", "--cpu-quota", "--cpu-shares", "--isolation");
        flags.unsupported("--no-cache runs every step", "--no-cache-filter");
        flags.unsupported("'varve parse' checks a Dockerfile", "--call", "--check");
        flags.unsupported("VARVE_DEBUG=1 shows where a failure comes from", "-D", "--debug");
        flags.unsupported("layers are kept apart", "--squash", "--compress", "--rm", "--force-rm");
    }

    @Override
    public List<String> notes() {
        return List.of("Exit code: 0, 1 where the build fails, 125 where a flag is wrong, 130 where it is stopped.");
    }

    @Override
    protected int run(List<String> given, Engine engine, Console console) throws IOException, InterruptedException {
        Exports exports = new Exports(outputs.values(), push.isOn(), tags.values());
        try (ContextArgument context = ContextArgument.of(given.get(0), file.value(), console)) {
            BuildRequest request = describe(engine.build(context.folder()), context, console.environment());
            exports.names().forEach(request::tag);
            deleteStale(idFile);
            BuildLog log = new BuildLog(display(console));
            BuildResult result;
            try (log) {
                result = request.listener(log).progress(log).run();
                exports.write(result, engine, log, console);
            } catch (BuildFailedException e) {
                log.failed(e);
                log.close();
                return FailureText.print(e, context, console);
            } catch (InterruptedException e) {
                log.stopped();
                log.close();
                console.err().println("varve: the build was stopped");
                throw e;
            }
            report(result, engine, console);
            return ExitCode.OK;
        }
    }

    private BuildRequest describe(BuildRequest request, ContextArgument context, Map<String, String> environment) {
        request.dockerfile(context.dockerfile())
                .args(buildArguments(environment))
                .network(network.or("default"));
        labels.values().stream().map(KeyValue::parse).forEach(label -> request.label(label.key(), label.value()));
        target.value().ifPresent(request::target);
        platform.value().map(ImageNames::platform).ifPresent(request::platform);
        NamedContexts.add(contexts.values(), request);
        Secrets.read(secrets.values(), environment).forEach(request::secret);
        SshAgents.read(ssh.values(), environment).forEach(request::ssh);
        CacheReferences.read("--cache-from", cacheFrom.values()).forEach(request::cacheFrom);
        CacheReferences.read("--cache-to", cacheTo.values()).forEach(request::cacheTo);
        if (noCache.isOn()) {
            request.withoutCache();
        }
        return pull.isOn() ? request.pull() : request;
    }

    /** As docker does, also of the variable that makes builds reproducible, where the environment has it. */
    private Map<String, String> buildArguments(Map<String, String> environment) {
        List<String> all = new ArrayList<>(arguments.values());
        all.add(0, EPOCH);
        return new LinkedHashMap<>(KeyValue.withEnvironment(all, environment));
    }

    private static void deleteStale(Text file) throws IOException {
        if (file.isGiven()) {
            Files.deleteIfExists(Path.of(file.or("")));
        }
    }

    private Display display(Console console) {
        String how = quiet.isOn() ? "quiet" : progress.or("auto");
        boolean coloured = console.terminal().err();
        return switch (how) {
            case "quiet", "none" -> new Display() {};
            case "rawjson" -> new JsonDisplay(console.err());
            case "tty" -> {
                if (!console.terminal().err()) {
                    throw new Failure("--progress tty: standard error is no terminal");
                }
                yield LiveDisplay.on(console.err(), coloured);
            }
            case "plain" -> new PlainDisplay(console.err());
            default -> coloured ? LiveDisplay.on(console.err(), true) : new PlainDisplay(console.err());
        };
    }

    private void report(BuildResult result, Engine engine, Console console) throws IOException {
        if (idFile.isGiven()) {
            Files.writeString(Path.of(idFile.or("")), result.image().toString());
        }
        if (metadataFile.isGiven()) {
            Files.writeString(
                    Path.of(metadataFile.or("")),
                    BuildReport.metadata(result, engine.image(result.image().toString())) + "\n");
        }
        if (format.or("text").equals("json")) {
            BuildReport.write(result, console.out());
        } else if (quiet.isOn()) {
            console.out().println(result.image());
        }
    }
}
