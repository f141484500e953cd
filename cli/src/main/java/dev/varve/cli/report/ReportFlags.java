package dev.varve.cli.report;

import dev.varve.cli.command.Flags;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Texts;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Failure;
import dev.varve.cli.console.KeyValue;
import dev.varve.lint.history.cost.StepCosts;
import dev.varve.lint.history.cost.Timings;
import dev.varve.lint.history.git.CommitRange;
import dev.varve.lint.history.replay.CachePolicy;
import dev.varve.lint.history.replay.ReplayOptions;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.CacheModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The flags that say which history is replayed, and how. */
final class ReportFlags {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,6})([dhm])");
    private static final int COMMITS = 300;

    final Text commits;
    final Text since;
    final Text branch;
    final Toggle allParents;
    private final Text cache;
    private final Text timeToLive;
    private final Toggle asCommitted;
    private final Text timings;
    private final Text mounts;
    private final Text model;
    private final Text target;
    private final Texts buildArgs;

    ReportFlags(Flags flags) {
        commits = flags.text("--commits", "number", "How many commits, counted from the last (default 300)")
                .checked(ReportFlags::number);
        since = flags.text("--since", "date|rev", "The day, such as 2026-01-31, or the commit to begin with");
        branch = flags.text("--branch", "rev", "The commit to end with; the one that is checked out if not given");
        allParents = flags.toggle("--all-parents", "The commits of merged branches too, not only the first parents");
        cache = flags.choice(
                "--cache",
                List.of("all", "parent"),
                "What the cache holds: what all earlier commits left, or the one before");
        timeToLive = flags.text("--cache-ttl", "time", "After how long without use a result is gone, such as 7d or 12h")
                .checked(ReportFlags::time);
        asCommitted = flags.toggle("--as-committed", "Each commit's own Dockerfile, rather than the last one's");
        timings = flags.text(
                "--timings",
                "file",
                "The log of a build: how long steps take (varve's JSON, BuildKit's rawjson or plain)");
        mounts = flags.choice(
                "--cache-mounts",
                List.of("kept", "lost"),
                "Whether the builder keeps cache mounts from build to build, or begins with empty ones");
        model = flags.choice("--model", List.of("buildkit", "classic"), "Whose cache");
        target = flags.text("--target", "stage", "The stage to build; the last one if not given");
        buildArgs = flags.texts("--build-arg", "key=value", "A build argument");
    }

    CommitRange range() {
        CommitRange range = CommitRange.defaults()
                .withCommits(commits.value().map(Integer::parseInt).orElse(COMMITS));
        if (since.isGiven()) {
            range = range.withSince(since.or(""));
        }
        if (branch.isGiven()) {
            range = range.withBranch(branch.or(""));
        }
        return allParents.isOn() ? range.withAllParents() : range;
    }

    ReplayOptions options(Map<String, String> environment) {
        CachePolicy policy = cache.or("all").equals("parent") ? CachePolicy.PARENT : CachePolicy.ALL;
        if (timeToLive.isGiven()) {
            policy = policy.withTimeToLive(time(timeToLive.or("")));
        }
        BuildOptions build =
                BuildOptions.defaults().withBuildArgs(KeyValue.withEnvironment(buildArgs.values(), environment));
        if (target.isGiven()) {
            build = build.withTarget(target.or(""));
        }
        ReplayOptions options = ReplayOptions.defaults()
                .withModel(CacheModel.valueOf(model.or("buildkit").toUpperCase(Locale.ROOT)))
                .withPolicy(policy)
                .asCommitted(asCommitted.isOn())
                .withBuild(build);
        try {
            StepCosts costs = timings.isGiven() ? Timings.read(Path.of(timings.or(""))) : StepCosts.estimated();
            return options.withCosts(mounts.or("kept").equals("lost") ? costs.withoutMounts() : costs);
        } catch (IOException e) {
            throw new Failure("--timings: " + e.getMessage());
        }
    }

    private static void number(String text) {
        if (!text.matches("[1-9][0-9]{0,6}")) {
            throw new IllegalArgumentException("expected a number from 1 on");
        }
    }

    private static Duration time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a time such as 7d, 12h or 30m");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "d" -> Duration.ofDays(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofMinutes(count);
        };
    }
}
