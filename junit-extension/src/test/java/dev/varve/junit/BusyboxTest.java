package dev.varve.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests whose Dockerfiles begin with {@code FROM busybox}. */
@ExtendWith(Busybox.class)
@ImageTest
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BusyboxTest {}
