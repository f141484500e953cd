package dev.varve.bench.testcontainers;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs a class of tests and prints how many milliseconds that took. */
final class OneRun {
    private OneRun() {}

    public static void main(String[] arguments) throws ClassNotFoundException {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        long start = System.nanoTime();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Class.forName(arguments[0])))
                                .build(),
                        summary);
        long took = (System.nanoTime() - start) / 1_000_000;
        summary.getSummary().getFailures().forEach(failure -> failure.getException().printStackTrace());
        System.out.println(took);
        System.exit(summary.getSummary().getTestsSucceededCount() == 3 ? 0 : 1);
    }
}
