/** YAML as a tree in which every value knows its line. */
@NullMarked
package dev.varve.yaml;

import org.jspecify.annotations.NullMarked;
