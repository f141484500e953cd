/** The search for the Dockerfile that would have cost the past least: one change after another is tried by a replay. */
@NullMarked
package dev.varve.lint.history.search;

import org.jspecify.annotations.NullMarked;
