package vn.reliefmap.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A weak link to a server on this machine: all connections share its few bits a second in each direction, and every byte
 * takes its time. A browser behind it waits as one far away does, and so does its service worker.
 */
final class SlowLink implements AutoCloseable {
    private static final int PIECE_BYTES = 1024;

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int serverPort;
    private final long nanosForByte;
    private final long halfRoundTripNanos;
    private final AtomicLong downFree = new AtomicLong();
    private final AtomicLong upFree = new AtomicLong();
    private final AtomicLong downBytes = new AtomicLong();

    SlowLink(int serverPort, int bitsPerSecond, int roundTripMs) throws IOException {
        this.serverPort = serverPort;
        this.nanosForByte = 8_000_000_000L / bitsPerSecond;
        this.halfRoundTripNanos = TimeUnit.MILLISECONDS.toNanos(roundTripMs) / 2;
        start("door", this::welcome);
    }

    String origin() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** Everything that came down the link so far, headers included. */
    long bytes() {
        return downBytes.get();
    }

    private void welcome() throws IOException {
        while (!door.isClosed()) {
            Socket browser = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            long connected = System.nanoTime() + 2 * halfRoundTripNanos;
            carry(browser, server, upFree, new AtomicLong(), connected);
            carry(server, browser, downFree, downBytes, connected);
        }
    }

    private void carry(Socket from, Socket to, AtomicLong free, AtomicLong counted, long connected) {
        DelayQueue<Piece> onTheWay = new DelayQueue<>();
        start("in", () -> {
            try (InputStream in = from.getInputStream()) {
                byte[] piece = in.readNBytes(1);
                while (piece.length > 0) {
                    byte[] more = new byte[PIECE_BYTES];
                    int read = in.available() > 0 ? in.read(more) : 0;
                    byte[] whole = new byte[piece.length + read];
                    System.arraycopy(piece, 0, whole, 0, piece.length);
                    System.arraycopy(more, 0, whole, piece.length, read);
                    long earliest = Math.max(System.nanoTime(), connected);
                    long sent = free.updateAndGet(until -> Math.max(until, earliest) + whole.length * nanosForByte);
                    counted.addAndGet(whole.length);
                    onTheWay.add(new Piece(whole, sent + halfRoundTripNanos));
                    piece = in.readNBytes(1);
                }
            } finally {
                onTheWay.add(new Piece(new byte[0], System.nanoTime() + 2 * halfRoundTripNanos));
            }
        });
        start("out", () -> {
            try (OutputStream out = to.getOutputStream()) {
                for (Piece piece = onTheWay.take(); piece.bytes.length > 0; piece = onTheWay.take()) {
                    out.write(piece.bytes);
                    out.flush();
                }
            }
        });
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        return; // one end hung up: the link has nothing more to carry
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "slow-link-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Piece implements Delayed {
        private final byte[] bytes;
        private final long due;

        Piece(byte[] bytes, long due) {
            this.bytes = bytes;
            this.due = due;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
