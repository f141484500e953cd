package dev.varve.lint.layers;

/** How often files change, told by their kind. A class, as a lambda of an interface is made anew by each process. */
final class KindHeat implements Heat {
    @Override
    public double of(String path) {
        return (path.isEmpty() ? FileKind.SOURCE : FileKind.of(path)).heat();
    }
}
