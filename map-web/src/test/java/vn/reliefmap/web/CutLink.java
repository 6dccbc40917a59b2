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
    private volatile boolean silent;
    private volatile ServerSocket door;
    private final int port;

    CutLink(String serverOrigin) {
        URI uri = URI.create(serverOrigin);
        this.server = new InetSocketAddress(uri.getHost(), uri.getPort());
        this.door = openDoor(0);
        this.port = door.getLocalPort();
        welcomeAt(door);
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    /** Every connection ends and no new one is taken, as with a server that was killed. */
    void cut() {
        closeDoor();
        open.forEach(CutLink::hangUp);
    }

    /** Nothing comes through any more and nobody says so. */
    void fallSilent() {
        silent = true;
    }

    /** The server answers again at the same address; what was silent is gone for good. */
    void mend() {
        silent = false;
        open.forEach(CutLink::hangUp);
        if (door.isClosed()) {
            door = openDoor(port);
            welcomeAt(door);
        }
    }

    private static ServerSocket openDoor(int port) {
        try {
            ServerSocket door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void welcomeAt(ServerSocket now) {
        start(() -> {
            while (!now.isClosed()) {
                Socket browser = now.accept();
                Socket behind = new Socket(server.getAddress(), server.getPort());
                open.add(browser);
                open.add(behind);
                start(() -> carry(browser, behind));
                start(() -> carry(behind, browser));
            }
        });
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

    private void closeDoor() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
    }
}
