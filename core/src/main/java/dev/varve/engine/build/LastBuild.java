package dev.varve.engine.build;

import dev.varve.context.BuildContext;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.image.Digest;
import dev.varve.image.ImageConfig;
import dev.varve.image.Platform;
import dev.varve.plan.BaseImage;
import dev.varve.plan.BaseImages;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.CacheModel;
import dev.varve.plan.Cause;
import dev.varve.plan.Contexts;
import dev.varve.plan.PlanException;
import dev.varve.plan.PlannedBuild;
import dev.varve.plan.Prediction;
import dev.varve.plan.Source;
import dev.varve.plan.Step;
import dev.varve.plan.StepPrediction;
import dev.varve.store.CacheRecord;
import dev.varve.store.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The state in which a project was last built, kept so that the next build can say because of what a step ran again. It is
 * looked at only after a step has run, so a build that finds everything pays nothing for it.
 */
final class LastBuild {
    private static final int VERSION = 1;
    private static final int FAST = 1;
    private static final String ID = "last";

    private final Place place;

    /** Where it is kept. */
    interface Place {
        Optional<byte[]> read() throws IOException;

        void write(byte[] state) throws IOException;
    }

    LastBuild(Place place) {
        this.place = place;
    }

    /**
     * In a store.
     *
     * @param project what tells this project's builds from others: folder, Dockerfile, target, platform
     */
    static LastBuild of(Store store, String project) {
        String key = Digest.of("last build " + project).hex();
        return new LastBuild(new Place() {
            @Override
            public Optional<byte[]> read() throws IOException {
                return store.cache().list(key).stream()
                        .map(CacheRecord::document)
                        .findFirst();
            }

            @Override
            public void write(byte[] state) throws IOException {
                store.cache().add(key, ID, state, List.of());
            }
        });
    }

    /** Why steps ran that did not run the last time; none where there was no last time. */
    Map<Step, Cause> causes(PlannedBuild now) throws IOException {
        Map<Step, Cause> causes = new HashMap<>();
        Optional<PlannedBuild> before = read(now.plan().options());
        if (before.isPresent()) {
            for (StepPrediction step :
                    Prediction.of(CacheModel.BUILDKIT, before.get(), now).steps()) {
                step.cause().ifPresent(cause -> causes.put(step.step(), cause));
            }
        }
        return causes;
    }

    void save(PlannedBuild build) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes) {
            {
                def.setLevel(FAST);
            }
        })) {
            out.writeInt(VERSION);
            byte[] dockerfile = build.plan().dockerfile().bytes();
            out.writeInt(dockerfile.length);
            out.write(dockerfile);
            texts(build.plan().options().buildArgs(), out);
            Map<String, BaseImage> bases = bases(build.plan());
            out.writeInt(bases.size());
            for (Map.Entry<String, BaseImage> base : bases.entrySet()) {
                out.writeUTF(base.getKey());
                out.writeUTF(base.getValue().identity());
                byte[] config = base.getValue().config().toBytes();
                out.writeInt(config.length);
                out.write(config);
            }
            out.writeInt(build.contexts().byName().size());
            for (Map.Entry<String, BuildContext> context :
                    build.contexts().byName().entrySet()) {
                out.writeUTF(context.getKey());
                ContextListing.write(context.getValue(), out);
            }
        }
        place.write(bytes.toByteArray());
    }

    private static void texts(Map<String, String> values, DataOutputStream out) throws IOException {
        out.writeInt(values.size());
        for (Map.Entry<String, String> value : values.entrySet()) {
            out.writeUTF(value.getKey());
            byte[] bytes = value.getValue().getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private static Map<String, BaseImage> bases(BuildPlan plan) {
        Map<String, BaseImage> bases = new LinkedHashMap<>();
        for (Step step : plan.steps()) {
            step.operation()
                    .ifPresent(operation -> operation.inputs().forEach(input -> {
                        if (input.source() instanceof Source.Image image) {
                            bases.put(
                                    name(image.reference(), image.platform()),
                                    plan.options().baseImages().find(image.reference(), image.platform()));
                        }
                    }));
        }
        return bases;
    }

    private static String name(String reference, Platform platform) {
        return reference + " " + platform;
    }

    private Optional<PlannedBuild> read(BuildOptions options) throws IOException {
        Optional<byte[]> state = place.read();
        if (state.isEmpty()) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(state.get())))) {
            return in.readInt() == VERSION ? Optional.of(read(in, options)) : Optional.empty();
        } catch (PlanException | IllegalArgumentException e) {
            // a build that another version could plan
            return Optional.empty();
        }
    }

    private static PlannedBuild read(DataInputStream in, BuildOptions options) throws IOException, PlanException {
        Dockerfile dockerfile = Dockerfile.parse("Dockerfile", in.readNBytes(in.readInt()));
        Map<String, String> arguments = new HashMap<>();
        for (int count = in.readInt(); count > 0; count--) {
            arguments.put(in.readUTF(), new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }
        Map<String, BaseImage> bases = new HashMap<>();
        for (int count = in.readInt(); count > 0; count--) {
            String name = in.readUTF();
            String identity = in.readUTF();
            bases.put(name, new BaseImage(identity, ImageConfig.parse(in.readNBytes(in.readInt()))));
        }
        Map<String, BuildContext> contexts = new HashMap<>();
        for (int count = in.readInt(); count > 0; count--) {
            contexts.put(in.readUTF(), ContextListing.read(in));
        }
        BaseImages known = (reference, platform) ->
                bases.getOrDefault(name(reference, platform), BaseImage.named(reference, platform));
        BuildOptions then = options.withBuildArgs(arguments).withBaseImages(known);
        return new PlannedBuild(BuildPlan.of(dockerfile, then), new Contexts(contexts));
    }
}
