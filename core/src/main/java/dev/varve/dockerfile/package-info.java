/** The Dockerfile language: parser, syntax tree with exact source ranges, variable expansion and text edits. */
@NullMarked
package dev.varve.dockerfile;

import org.jspecify.annotations.NullMarked;
