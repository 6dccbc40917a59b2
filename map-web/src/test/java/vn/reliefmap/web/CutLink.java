package vn.reliefmap.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A link to a server on this machine that can be cut and mended, at one address all the time: a browser behind it meets what it
 * meets when the server is killed and started again, or, when the link is only silent, when a cable is pulled.
 */
final class CutLink implements AutoCloseable {
    private final InetSocketAddress server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket door;
    private volatile boolean silent;
    private volatile boolean cut;

    CutLink(String serverOrigin) {
        URI uri = URI.create(serverOrigin);
        this.server = new InetSocketAddress(uri.getHost(), uri.getPort());
        this.door = openDoor();
        start(this::welcome);
    }

    String origin() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /**
     * Every connection ends, and each new one at once, as with a server that was killed. The door itself stays: were it closed, its
     * port could be somebody else's when it is needed again.
     */
    void cut() {
        cut = true;
        open.forEach(CutLink::hangUp);
    }

    /** Nothing comes through any more and nobody says so. */
    void fallSilent() {
        silent = true;
    }

    /** The server answers again at the same address; what was silent is gone for good. */
    void mend() {
        silent = false;
        cut = false;
        open.forEach(CutLink::hangUp);
    }

    private static ServerSocket openDoor() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void welcome() throws IOException {
        while (!door.isClosed()) {
            Socket browser = door.accept();
            if (cut) {
                browser.close();
                continue;
            }
            Socket behind = new Socket(server.getAddress(), server.getPort());
            open.add(browser);
            open.add(behind);
            if (cut) { // meanwhile
                hangUp(browser);
            }
            start(() -> carry(browser, behind));
            start(() -> carry(behind, browser));
        }
    }

    private void carry(Socket from, Socket to) throws IOException {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] piece = new byte[16_384];
            for (int read = in.read(piece); read > 0; read = in.read(piece)) {
                if (!silent) {
                    out.write(piece, 0, read);
                    out.flush();
                }
            }
        } finally {
            hangUp(from);
            hangUp(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        return; // one end hung up
                    }
                },
                "cut-link");
        thread.setDaemon(true);
        thread.start();
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
