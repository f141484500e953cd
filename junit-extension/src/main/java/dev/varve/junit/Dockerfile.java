package dev.varve.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The Dockerfile of the image to test. On a parameter it is for that one, on a method for its parameters, on a class for all
 * its tests and nested classes; the nearest counts. An image is built once in a JVM, however many tests ask for it at a time.
 *
 * <p>It may be repeated: those with a {@link #name} are what the others mean by {@code FROM name}, and {@code @UseImage(name)}
 * takes one of them.
 */
@Documented
@Inherited
@Repeatable(Dockerfiles.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
public @interface Dockerfile {
    /** The folder of the build context, as seen from the project's folder. Empty for none where {@link #text} is given. */
    String context() default "";

    /** The Dockerfile, looked up in the context, then as a path; {@code Dockerfile} of the context where this is empty. */
    String file() default "";

    /** A Dockerfile itself, instead of a file. */
    String text() default "";

    /** Build arguments. */
    Arg[] args() default {};

    /** Further labels of the image. */
    Arg[] labels() default {};

    /** The stage to build; the last one where this is empty. */
    String target() default "";

    /** Such as {@code linux/arm64}; this machine's where it is empty. */
    String platform() default "";

    /** Names that the image gets in the store. */
    String[] tags() default {};

    /** What other Dockerfiles of the test call this image in {@code FROM} and {@code COPY --from}. */
    String name() default "";
}
