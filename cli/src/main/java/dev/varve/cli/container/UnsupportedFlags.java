package dev.varve.cli.container;

import dev.varve.cli.command.Flags;

/** The flags of {@code docker run} that there are none of here. */
final class UnsupportedFlags {
    private UnsupportedFlags() {}

    static void addTo(Flags flags) {
        flags.unsupported("output is shown as a whole, or not with --detach", "-a", "--attach");
        flags.unsupported(
                "", "--annotation", "--detach-keys", "--disable-content-trust", "--runtime", "--use-api-socket");
        flags.unsupported(
                "only memory can be limited",
                "--blkio-weight",
                "--blkio-weight-device",
                "--cgroup-parent",
                "--cgroupns",
                "--cpu-period",
                "--cpu-quota",
                "--cpu-rt-period",
                "--cpu-rt-runtime",
                "-c",
                "--cpu-shares",
                "--cpus",
                "--cpuset-cpus",
                "--cpuset-mems",
                "--device-read-bps",
                "--device-read-iops",
                "--device-write-bps",
                "--device-write-iops",
                "--kernel-memory",
                "--memory-reservation",
                "--memory-swap",
                "--memory-swappiness",
                "--oom-kill-disable",
                "--oom-score-adj",
                "--pids-limit",
                "--ulimit");
        flags.unsupported("a container sees no devices of the machine", "--device", "--device-cgroup-rule", "--gpus");
        flags.unsupported(
                "a container has the machine's network or none, so its ports are the machine's own",
                "--expose",
                "-p",
                "--publish",
                "-P",
                "--publish-all",
                "--ip",
                "--ip6",
                "--link",
                "--link-local-ip",
                "--mac-address",
                "--network-alias");
        flags.unsupported(
                "a container asks as the machine does", "--dns", "--dns-option", "--dns-search", "--domainname");
        flags.unsupported("name the groups in the image's /etc/group", "--group-add");
        flags.unsupported(
                "health checks are kept, not run",
                "--health-cmd",
                "--health-interval",
                "--health-retries",
                "--health-start-interval",
                "--health-start-period",
                "--health-timeout");
        flags.unsupported("have the image's program start with one, such as tini", "--init");
        flags.unsupported(
                "each container has namespaces of its own", "--ipc", "--isolation", "--pid", "--userns", "--uts");
        flags.unsupported("what a container prints is kept; 'varve logs' shows it", "--log-driver", "--log-opt");
        flags.unsupported("nobody is there to restart a container", "--restart");
        flags.unsupported("/dev/shm has 64 MiB; mount a tmpfs for more", "--shm-size");
        flags.unsupported("", "--storage-opt", "--sysctl");
    }
}
