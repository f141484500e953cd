package dev.varve.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs classes of tests as JUnit runs them, and tells what became of them. */
final class Kit {
    private final EngineExecutionResults results;

    private Kit(EngineExecutionResults results) {
        this.results = results;
    }

    static Kit run(Class<?> tests) {
        return run(tests, Map.of());
    }

    static Kit run(Class<?> tests, Map<String, String> parameters) {
        return new Kit(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .configurationParameters(parameters)
                .execute());
    }

    long succeeded() {
        return results.testEvents().succeeded().count();
    }

    /** The reasons of those that were skipped. */
    List<String> skipped() {
        return results.allEvents()
                .skipped()
                .map(event -> event.getRequiredPayload(String.class))
                .toList();
    }

    /** What failed, tests and classes. */
    List<Throwable> failures() {
        return results.allEvents()
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .toList();
    }

    /** The message of the only failure. */
    String failure() {
        List<Throwable> failures = failures();
        if (failures.size() != 1) {
            throw new AssertionError("not one failure: " + failures);
        }
        return String.valueOf(failures.get(0).getMessage());
    }

    List<ReportEntry> published() {
        return results.testEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class))
                .toList();
    }
}
