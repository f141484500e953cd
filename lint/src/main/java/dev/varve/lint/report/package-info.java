/** What linting gave, in the formats that people and CI systems read. */
@NullMarked
package dev.varve.lint.report;

import org.jspecify.annotations.NullMarked;
