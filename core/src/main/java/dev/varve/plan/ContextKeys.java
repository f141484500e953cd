package dev.varve.plan;

import java.io.IOException;

/** Names what steps read of build contexts, for a cache that is asked without the files at hand. */
@FunctionalInterface
public interface ContextKeys {

    /**
     * The same for two builds exactly where the step reads the same of the context in both.
     *
     * @throws IOException where that cannot be told
     */
    String key(Step step, Source.Context context) throws IOException;
}
