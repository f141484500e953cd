package dev.varve.engine.overlay;

import dev.varve.sandbox.Sandbox;
import dev.varve.sandbox.SandboxException;

/** Where a sandbox comes from when one is needed; looking for it costs something, so nobody does before. */
@FunctionalInterface
public interface Sandboxes {
    /** @throws SandboxException where this machine can run nothing; the message says why and what to do */
    Sandbox get() throws SandboxException;
}
