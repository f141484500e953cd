package dev.varve.bench.docker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long something took, several times over. */
final class Timing {
    private static final double NANOSECONDS = 1e6;
    private static final long REST = 1_000;

    private final double[] milliseconds;

    private Timing(double[] milliseconds) {
        this.milliseconds = milliseconds;
    }

    /** Something that is timed; what must be done before each time is not. */
    interface Task {
        default void prepare() throws Exception {}

        void run() throws Exception;
    }

    /** The same when the machine is at rest: it is not to wait for what another has left to be written, or still collects. */
    static Task rested(Task task) {
        return new Task() {
            @Override
            public void prepare() throws Exception {
                task.prepare();
                new Command(List.of("sync"), Map.of()).run(Path.of("/"));
                Thread.sleep(REST);
            }

            @Override
            public void run() throws Exception {
                task.run();
            }
        };
    }

    /** Runs the first one time after another, as tests do within their process, and then the others in turn. */
    static Timing[] firstAlone(int warmup, int times, Task inProcess, Task... processes) throws Exception {
        Thread.sleep(REST);
        List<Timing> all = new ArrayList<>(List.of(inTurn(warmup, times, inProcess)));
        all.addAll(List.of(inTurn(1, times, processes)));
        return all.toArray(Timing[]::new);
    }

    /** Runs both in turn, the first some more times beforehand, so that a change of the machine's speed meets both. */
    static Timing[] inTurn(int warmup, int times, Task... tasks) throws Exception {
        double[][] taken = new double[tasks.length][times];
        for (int i = -warmup; i < times; i++) {
            for (int task = 0; task < tasks.length; task++) {
                tasks[task].prepare();
                long start = System.nanoTime();
                tasks[task].run();
                if (i >= 0) {
                    taken[task][i] = (System.nanoTime() - start) / NANOSECONDS;
                }
            }
        }
        return Arrays.stream(taken).map(Timing::new).toArray(Timing[]::new);
    }

    double median() {
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public String toString() {
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "%.1f ms (%.1f-%.1f)", median(), sorted[0], sorted[sorted.length - 1]);
    }
}
