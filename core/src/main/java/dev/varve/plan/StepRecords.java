package dev.varve.plan;

import java.util.List;

/** The steps that earlier builds of a {@link LayerCache} are taken to have run. */
sealed interface StepRecords permits AssumedRecords, RenewingRecords {

    Outcome find(String definition, List<Dependency> dependencies);

    /** Keeps what {@link #find} gave, for later builds. */
    void add(String definition, Outcome outcome, List<Dependency> dependencies);
}
