package dev.varve.junit;

import dev.varve.engine.build.BuildListener;
import dev.varve.plan.StagePlan;
import dev.varve.plan.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a build did, a line for each step and for each line that a step printed. */
final class BuildLog implements BuildListener {
    private static final int MOST = 4 << 20;

    private final StringBuilder text = new StringBuilder();

    private synchronized void add(Step step, String what) {
        if (text.length() < MOST) {
            text.append("line ")
                    .append(step.line())
                    .append("  ")
                    .append(step.text())
                    .append(what)
                    .append('\n');
        }
    }

    @Override
    public void cached(StagePlan stage, Step step) {
        add(step, ": from the cache");
    }

    @Override
    public void started(StagePlan stage, Step step) {
        add(step, "");
    }

    @Override
    public void finished(StagePlan stage, Step step, Duration took) {
        add(step, ": done after " + took.toMillis() + " ms");
    }

    @Override
    public synchronized void output(StagePlan stage, Step step, byte[] bytes) {
        if (text.length() < MOST) {
            text.append(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @Override
    public synchronized void warning(String message) {
        text.append("warning: ").append(message).append('\n');
    }

    @Override
    public synchronized String toString() {
        return text.toString();
    }
}
