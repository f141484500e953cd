/** The packages in a database of rpm, in each of the forms that it has had. */
@NullMarked
package dev.varve.junit.rpm;

import org.jspecify.annotations.NullMarked;
