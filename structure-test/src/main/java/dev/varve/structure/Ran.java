package dev.varve.structure;

import java.time.Duration;

/** What a command did. */
record Ran(int exitCode, String stdout, String stderr, Duration duration) {}
