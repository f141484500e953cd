/** Reads how to lint: {@code .varve.yaml}, {@code .hadolint.yaml}, and rules written in YAML. */
@NullMarked
package dev.varve.lint.config;

import org.jspecify.annotations.NullMarked;
