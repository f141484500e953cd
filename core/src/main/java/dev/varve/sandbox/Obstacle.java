package dev.varve.sandbox;

/**
 * Something for which no process can be run in a sandbox.
 *
 * @param what what is missing or refused
 * @param remedy what can be done about it
 */
public record Obstacle(String what, String remedy) {
    @Override
    public String toString() {
        return what + "; " + remedy;
    }
}
