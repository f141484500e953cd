package dev.varve.registry;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What comes between a client and a server on this machine, and breaks some of its connections. */
final class CuttingProxy implements Closeable {
    private final ServerSocket socket;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Long> cuts = new ConcurrentLinkedQueue<>();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    private CuttingProxy(ServerSocket socket, int target) {
        this.socket = socket;
        this.target = target;
    }

    /** @param host {@code address:port} of the server */
    static CuttingProxy to(String host) throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        CuttingProxy proxy = new CuttingProxy(socket, Integer.parseInt(host.substring(host.indexOf(':') + 1)));
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    String host() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** The next connection that sends as many bytes breaks then. */
    void cutAfter(long sent) {
        cuts.add(sent);
    }

    /** Whether every connection was broken that was to be. */
    boolean hasCutAll() {
        return cuts.isEmpty();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                threads.execute(() -> pass(client, server, true));
                threads.execute(() -> pass(server, client, false));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, boolean isFromClient) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16 * 1024];
            long sent = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sent += count;
                Long cut = cuts.peek();
                if (isFromClient && cut != null && sent > cut && cuts.remove(cut)) {
                    return;
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            // A broken connection is what this is for.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
