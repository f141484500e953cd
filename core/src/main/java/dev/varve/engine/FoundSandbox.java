package dev.varve.engine;

import dev.varve.engine.overlay.Sandboxes;
import dev.varve.sandbox.Sandbox;
import dev.varve.sandbox.SandboxException;
import org.jspecify.annotations.Nullable;

/** The sandbox of this machine, looked for when it is first needed. */
final class FoundSandbox implements Sandboxes {
    private @Nullable Sandbox found;

    @Override
    public synchronized Sandbox get() throws SandboxException {
        if (found == null) {
            found = Sandbox.detect();
        }
        return found;
    }
}
