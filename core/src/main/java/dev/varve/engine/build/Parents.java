package dev.varve.engine.build;

import dev.varve.plan.CopyFiles;
import dev.varve.plan.Exec;
import dev.varve.plan.MakeFolder;
import dev.varve.plan.Operation;
import dev.varve.plan.Pull;
import dev.varve.plan.Source;

/** The file system that an operation changes. */
final class Parents {
    private Parents() {}

    static Source of(Operation operation) {
        if (operation instanceof Exec exec) {
            return exec.parent();
        }
        if (operation instanceof CopyFiles copy) {
            return copy.parent();
        }
        if (operation instanceof MakeFolder folder) {
            return folder.parent();
        }
        return ((Pull) operation).image();
    }
}
