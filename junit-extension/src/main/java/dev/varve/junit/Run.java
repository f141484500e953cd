package dev.varve.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How the {@link Container} of a parameter is run; what is not said is as the image has it. The test begins when all that it
 * waits for is there. {@link RunRequest} is the same for containers that a test starts itself.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface Run {
    /** Variables, each {@code NAME=value}. */
    String[] env() default {};

    /** A file of variables as docker's {@code --env-file} reads it, as seen from the project's folder. */
    String envFile() default "";

    /** The program's arguments, or the program and its arguments where the image has no entrypoint. */
    String[] command() default {};

    /** Another program than the image's. */
    String[] entrypoint() default {};

    /** {@code user[:group]}, each by name or number. */
    String user() default "";

    String workingDirectory() default "";

    /** Whether its standard input is open, for {@link Container#sendLine}. */
    boolean stdin() default false;

    /** Folders or files of this machine, each {@code SOURCE:DESTINATION} or {@code SOURCE:DESTINATION:ro}. */
    String[] mounts() default {};

    /** {@code host} or {@code none}. */
    String network() default "host";

    /** Whether nothing can be written but what is mounted. */
    boolean readOnly() default false;

    /** How long whatever waits for it waits; 0 for the default of the test run, {@code varve.timeout}, or 60. */
    int timeoutSeconds() default 0;

    /** Waits until it ends. */
    boolean waitForExit() default false;

    /** Waits until a line of its output contains this. */
    String waitForLine() default "";

    /** Waits until somebody listens at this port of the host's network. */
    int waitForPort() default 0;

    /** Waits until this URL answers with {@link #status}. */
    String waitForHttp() default "";

    /** What {@link #waitForHttp} waits for. */
    int status() default 200;

    /** Waits until the image's {@code HEALTHCHECK} succeeds. */
    boolean waitForHealthy() default false;
}
