package dev.varve.junit.assertions;

import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AssertionErrorCollector;
import org.jspecify.annotations.Nullable;

/**
 * What Varve's assertions have in common: a failure says what was expected, what was found and what to do next.
 *
 * @param <S> the assertion itself
 * @param <A> what it is about
 */
public abstract class VarveAssert<S extends VarveAssert<S, A>, A> extends AbstractAssert<S, A> {
    private @Nullable AssertionErrorCollector collector;

    VarveAssert(A actual, Class<?> type) {
        super(actual, type);
    }

    /** Has failures collected instead of thrown, for soft assertions. */
    S collectedBy(@Nullable AssertionErrorCollector soft) {
        collector = soft;
        return myself;
    }

    /** Carries a description and a collector over to an assertion about a part of this. */
    <N extends VarveAssert<N, ?>> N toPart(N part) {
        part.collectedBy(collector);
        return part.as(descriptionText());
    }

    /** Fails where this does not hold. */
    S require(boolean holds, Supplier<Mismatch> why) {
        if (!holds) {
            AssertionError failure = failure(why.get());
            AssertionErrorCollector soft = collector;
            if (soft == null) {
                throw failure;
            }
            soft.collectAssertionError(failure);
        }
        return myself;
    }

    /** For what has no part to go on with: it is to be thrown, also by soft assertions. */
    AssertionError failure(Mismatch mismatch) {
        return failureWithActualExpected(mismatch.found(), mismatch.expected(), "%s", mismatch.about(subject()));
    }

    /** What the assertion is about, for messages. */
    String subject() {
        return String.valueOf(actual);
    }
}
