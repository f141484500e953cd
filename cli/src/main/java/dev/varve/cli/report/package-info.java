/** The past of a repository in the layer cache, for people and programs. */
@NullMarked
package dev.varve.cli.report;

import org.jspecify.annotations.NullMarked;
