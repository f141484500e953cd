/** Rules about the image's configuration. */
@NullMarked
package dev.varve.rules.config;

import org.jspecify.annotations.NullMarked;
