package dev.varve.store;

/** A lock that is held until it is closed; a process that dies lets go of it. */
public interface StoreLock extends AutoCloseable {
    @Override
    void close();
}
