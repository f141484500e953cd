package dev.varve.plan;

import dev.varve.context.Selector;
import java.io.IOException;
import java.util.List;

/** What a running build knows of files that are in no build context. */
public interface Contents {

    /**
     * The digest of what these selectors select of an image or of what a step left behind.
     *
     * @throws IOException where it cannot be read
     */
    String digest(Source source, List<Selector> selectors) throws IOException;

    /**
     * What stands for the present content of a remote file or repository: its digest, its commit.
     *
     * @throws IOException where it cannot be reached
     */
    String identity(Source.Remote remote) throws IOException;
}
