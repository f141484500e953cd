package dev.varve.bench;

import dev.varve.context.BuildContext;
import dev.varve.context.InMemoryContext;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.CacheModel;
import dev.varve.plan.Contexts;
import dev.varve.plan.PlannedBuild;
import dev.varve.plan.Prediction;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Planning a 20-step Dockerfile and predicting its cache over two listed contexts, of which one file differs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PredictBenchmark {
    @Param({"100", "10000"})
    int files = 100;

    private Dockerfile dockerfile = Dockerfile.parse("Dockerfile", Dockerfiles.TWENTY_STEPS);
    private BuildContext before = context("before");
    private BuildContext after = context("after");

    /** Lists both states of the context. */
    @Setup
    public void list() {
        dockerfile = Dockerfile.parse("Dockerfile", Dockerfiles.TWENTY_STEPS);
        before = context("before");
        after = context("after");
    }

    private BuildContext context(String state) {
        InMemoryContext.Builder context = InMemoryContext.builder()
                .file("package.json", "{}")
                .file("package-lock.json", "{}")
                .file("tsconfig.json", "{}")
                .file("rollup.config.js", "");
        for (int i = 0; i < files; i++) {
            String path = "d" + i / 1000 + "/s" + i / 100 % 10 + "/module-" + i / 10 % 10 + "/file-" + i + ".txt";
            context.file(path, i == files / 2 ? state : path);
        }
        return context.build();
    }

    @Benchmark
    public Prediction planAndPredict() throws Exception {
        return Prediction.of(CacheModel.BUILDKIT, planned(before), planned(after));
    }

    private PlannedBuild planned(BuildContext context) throws Exception {
        return new PlannedBuild(BuildPlan.of(dockerfile, BuildOptions.defaults()), Contexts.of(context));
    }
}
