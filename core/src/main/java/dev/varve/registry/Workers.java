package dev.varve.registry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does a few things at once. Its threads do not keep the JVM alive. */
final class Workers {
    private static final int AT_ONCE = 4;

    private Workers() {}

    /**
     * Does all of them, or stops at the first that fails, when the others are interrupted. Nothing goes on when this returns.
     *
     * @throws IOException what the first to fail threw
     */
    static void doAll(List<Callable<Void>> tasks) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE, Workers::thread);
        CompletionService<Void> completion = new ExecutorCompletionService<>(pool);
        try {
            for (Callable<Void> task : tasks) {
                var unused = completion.submit(task);
            }
            for (int i = 0; i < tasks.size(); i++) {
                completion.take().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            end(pool);
        }
    }

    /** What is done to each of several things. */
    interface Task<T, R> {
        R run(T thing) throws IOException;
    }

    /** As {@link #doAll}, with results in the order of what they are of. */
    static <T, R> List<R> mapAll(List<T> things, Task<T, R> task) throws IOException {
        Map<Integer, R> results = new ConcurrentHashMap<>();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < things.size(); i++) {
            int index = i;
            tasks.add(() -> {
                results.put(index, task.run(things.get(index)));
                return null;
            });
        }
        doAll(tasks);
        return List.copyOf(new TreeMap<>(results).values());
    }

    private static IOException failure(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException failure ? failure : new IOException(cause);
    }

    private static void end(ExecutorService pool) {
        boolean interrupted = Thread.interrupted();
        pool.shutdownNow();
        while (true) {
            try {
                if (pool.awaitTermination(1, TimeUnit.MINUTES)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "varve-registry");
        thread.setDaemon(true);
        return thread;
    }
}
