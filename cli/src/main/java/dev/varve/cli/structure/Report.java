package dev.varve.cli.structure;

import dev.varve.structure.StructureFile;
import dev.varve.structure.StructureResult;
import java.util.List;

/** Tells results. */
interface Report {
    /** One result, as soon as it is there. */
    default void tell(StructureFile file, StructureResult result) {}

    /** All of them. */
    void end(Summary summary, List<StructureResult> results);
}
