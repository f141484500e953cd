package dev.varve.engine;

/** There is no such image or container. */
public final class NotFoundException extends EngineException {
    private static final long serialVersionUID = 1;

    public NotFoundException(String message) {
        super(message);
    }
}
