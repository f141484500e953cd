package dev.varve.cli;

/** What {@code --version} prints. */
final class Version {
    private Version() {}

    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "of the sources" : version;
    }
}
