/** Rules about secrets and rights. */
@NullMarked
package dev.varve.rules.security;

import org.jspecify.annotations.NullMarked;
