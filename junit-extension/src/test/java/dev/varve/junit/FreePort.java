package dev.varve.junit;

import java.io.IOException;
import java.net.ServerSocket;

/** A port that nobody listens at. */
final class FreePort {
    private FreePort() {}

    static int find() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
