package dev.varve.sandbox;

/** What a process sees of the network. */
public enum Network {
    /** All that the host sees. */
    HOST,
    /** Only a loopback interface of its own. */
    NONE
}
