package vn.reliefmap.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** People who look at the map: needs, tiles and water around one place, at several zooms, with a pause between. */
final class LoadReaders {
    private static final String NEEDS = "needs";
    private static final String TILES = "tiles";
    private static final String WATER = "water";

    private final LoadClient client;
    private final UUID disaster;
    private final double lon;
    private final double lat;
    private final Map<String, Latencies> times = new LinkedHashMap<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean enough;

    LoadReaders(LoadClient client, UUID disaster, double lon, double lat) {
        this.client = client;
        this.disaster = disaster;
        this.lon = lon;
        this.lat = lat;
        for (String what : List.of(NEEDS, TILES, WATER)) {
            times.put(what, new Latencies());
        }
    }

    void start(int count, long pauseMs) {
        for (int i = 0; i < count; i++) {
            Random random = new Random(i);
            Thread thread = new Thread(() -> read(random, pauseMs), "reader-" + i);
            thread.start();
            threads.add(thread);
        }
    }

    void stop() throws InterruptedException {
        enough = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    Map<String, Latencies> times() {
        return times;
    }

    int failed() {
        return failed.get();
    }

    /** The first picture after a start is drawn from nothing, which is another measurement. */
    void warmUp() {
        Random random = new Random(0);
        for (int i = 0; i < 20; i++) {
            look(random);
        }
        times.values().forEach(Latencies::forget);
        failed.set(0);
    }

    private void read(Random random, long pauseMs) {
        while (!enough) {
            look(random);
            try {
                TimeUnit.MILLISECONDS.sleep(pauseMs);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void look(Random random) {
        int zoom = 10 + random.nextInt(5);
        double x = lon + (random.nextDouble() - 0.5) * 0.1;
        double y = lat + (random.nextDouble() - 0.5) * 0.1;
        double half = 180.0 / (1 << zoom);
        String box = (x - half) + "," + (y - half) + "," + (x + half) + "," + (y + half);
        ask(NEEDS, "/api/v1/need-clusters?disaster=" + disaster + "&zoom=" + zoom + "&bbox=" + box);
        ask(WATER, "/api/v1/flood-extents?disaster=" + disaster + "&zoom=" + zoom + "&bbox=" + box);
        int column = (int) ((x + 180) / 360 * (1 << zoom));
        double angle = Math.toRadians(y);
        int row = (int) ((1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2 * (1 << zoom));
        ask(TILES, "/tiles/base/" + zoom + "/" + column + "/" + row + ".png");
    }

    private void ask(String what, String path) {
        long began = System.nanoTime();
        boolean good = client.succeeds(client.to(path).GET());
        Objects.requireNonNull(times.get(what)).add(System.nanoTime() - began);
        if (!good) {
            failed.incrementAndGet();
        }
    }
}
