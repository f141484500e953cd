/** The linter: rules, findings, fixes. */
@NullMarked
package dev.varve.lint;

import org.jspecify.annotations.NullMarked;
