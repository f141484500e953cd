package dev.varve.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Skips a test, with the reason, on a machine that lacks what it needs. Without this such a test fails, so that nobody takes
 * a test that did not run for one that passed.
 */
@Documented
@ExtendWith(AbilityCondition.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface EnabledIfEngineCan {
    Ability[] value();
}
