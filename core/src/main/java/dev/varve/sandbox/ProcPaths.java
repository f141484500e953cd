package dev.varve.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The parts of {@code /proc} and {@code /sys} that a container is not to see or to change ({@code moby/oci/defaults.go}). */
final class ProcPaths {
    /** Paths that look empty. */
    static final List<Path> MASKED = existing(
            "/proc/acpi",
            "/proc/asound",
            "/proc/kcore",
            "/proc/keys",
            "/proc/latency_stats",
            "/proc/sched_debug",
            "/proc/scsi",
            "/proc/timer_list",
            "/proc/timer_stats",
            "/sys/devices/virtual/powercap",
            "/sys/firmware");

    static final List<Path> READ_ONLY =
            existing("/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger");

    private ProcPaths() {}

    private static List<Path> existing(String... paths) {
        return List.of(paths).stream().map(Path::of).filter(Files::exists).toList();
    }
}
