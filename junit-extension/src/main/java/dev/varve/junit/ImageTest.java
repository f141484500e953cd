package dev.varve.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests whose parameters may be an {@link Image}, a {@link Build}, a {@link Container} and an
 * {@link dev.varve.engine.Engine}. {@link Dockerfile} or {@link UseImage} says of which image.
 */
@Documented
@ExtendWith(VarveExtension.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ImageTest {}
