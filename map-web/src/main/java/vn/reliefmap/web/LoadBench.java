package vn.reliefmap.web;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.kernel.BenchRow;
import vn.reliefmap.kernel.Machine;

/**
 * Residents send reports at a steady rate, by the form without JavaScript and by programs, while others read the map. The
 * real program is a process of its own on a demo province, the loopback between them. A report is due by the clock, not
 * when the one before was answered, and its time counts from then: a server that falls behind does not slow the load.
 */
final class LoadBench {
    private static final int READERS = 4;
    private static final int SENDERS = 64;
    private static final long READER_PAUSE_MS = 250;
    /** Every so many-th report comes by the form. */
    private static final int BY_FORM = 4;

    private static final int HOUSEHOLDS = 5000;
    /** The first half minute also warms the server up; it is told apart. */
    private static final int WARM_S = 30;

    /**
     * @param minutes for which reports are sent, 1–60
     * @param perMinute reports, 1–6000
     */
    record Options(int minutes, int perMinute, long seed) {}

    /** What a sender needs to know of the province. */
    private record Place(String commune, double lon, double lat) {}

    private final Options options;
    private final BenchHome home;
    private final List<Place> places;
    private final UUID disaster;
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final Latencies warm = new Latencies();
    private final Latencies json = new Latencies();
    private final Latencies form = new Latencies();
    private final LoadReaders readers;
    private final LoadClient client;

    private LoadBench(Options options, BenchHome home, ServerProcess server) {
        this.options = options;
        this.home = home;
        JdbcClient jdbc = home.jdbc();
        this.places = jdbc.sql("""
                select admin_code, st_x(place) as lon, st_y(place) as lat from household
                where admin_code is not null order by id limit 2000""")
                .query((rs, n) -> new Place(rs.getString("admin_code"), rs.getDouble("lon"), rs.getDouble("lat")))
                .list();
        this.disaster = jdbc.sql("select disaster_id from need limit 1")
                .query(UUID.class)
                .single();
        this.client = new LoadClient(server.base());
        this.readers = new LoadReaders(
                client, disaster, places.get(0).lon(), places.get(0).lat());
    }

    /** @param data the project's {@code data} folder */
    static void run(Path data, Options options, Consumer<BenchRow> show) throws InterruptedException {
        try (BenchHome home = BenchHome.make(data, options.seed(), HOUSEHOLDS, 0);
                ServerProcess server = new ServerProcess(home.environment(), home.folder())) {
            new LoadBench(options, home, server).run(show);
        }
    }

    private void run(Consumer<BenchRow> show) throws InterruptedException {
        int total = options.minutes() * options.perMinute();
        readers.warmUp();
        readers.start(READERS, READER_PAUSE_MS);
        ScheduledExecutorService senders = Executors.newScheduledThreadPool(SENDERS);
        long beginNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        Random random = new Random(options.seed());
        for (int i = 0; i < total; i++) {
            long dueNs = beginNs + (long) (i * 60e9 / options.perMinute());
            Place place = places.get(random.nextInt(places.size()));
            boolean byForm = i % BY_FORM == 0;
            int people = 1 + random.nextInt(6);
            var task = senders.schedule(
                    () -> send(dueNs, dueNs - beginNs, place, people, byForm),
                    dueNs - System.nanoTime(),
                    TimeUnit.NANOSECONDS);
            if (task.isCancelled()) {
                throw new IllegalStateException("the senders ended early");
            }
        }
        senders.shutdown();
        boolean sent = senders.awaitTermination(options.minutes() + 5L, TimeUnit.MINUTES);
        String machine = Machine.describe();
        readers.stop();
        int lost = sent ? lost() : total;
        tell(total, lost, show, machine);
    }

    private void send(long dueNs, long sinceBeginNs, Place place, int people, boolean byForm) {
        UUID id = UUID.randomUUID();
        HttpRequest.Builder request = byForm ? form(id, place, people) : json(id, place, people);
        // Many phones share one address of their mobile network.
        request.header("X-Forwarded-For", "10.0.0." + (1 + people));
        boolean taken = client.succeeds(request);
        Latencies times = sinceBeginNs < TimeUnit.SECONDS.toNanos(WARM_S) ? warm : byForm ? form : json;
        times.add(System.nanoTime() - dueNs);
        if (taken) {
            acknowledged.add(id);
        }
    }

    private HttpRequest.Builder json(UUID id, Place place, int people) {
        String body = String.format(Locale.ROOT, """
                {"id":"%s","disaster":"%s","kind":"need","name":"Người thử tải","phone":"0912 345 678","people":%d,\
                "asked":[{"item":"rice"},{"item":"drinking_water"}],"words":"Nhà ngập, cần gạo và nước",\
                "place":{"lon":%.6f,"lat":%.6f,"accuracy_m":20,"hamlet":"Thôn 2"}}""", id, disaster, people, place.lon(), place.lat());
        return client.to("/api/v1/reports")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder form(UUID id, Place place, int people) {
        String fields = "id=" + id + "&kind=need&item=rice&item=drinking_water&people=" + people
                + "&name=" + encoded("Người thử tải") + "&phone=0912345678&hamlet=" + encoded("Thôn 2") + "&commune="
                + encoded(place.commune()) + "&place="
                + encoded(String.format(Locale.ROOT, "%.5f, %.5f", place.lat(), place.lon())) + "&words="
                + encoded("Nhà ngập, cần gạo và nước");
        return client.to("/report")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Acknowledged and not kept. */
    private int lost() {
        List<UUID> kept =
                home.jdbc().sql("select id from report").query(UUID.class).list();
        Set<UUID> missing = new HashSet<>(acknowledged);
        kept.forEach(missing::remove);
        return missing.size();
    }

    private void tell(int total, int lost, Consumer<BenchRow> show, String machine) throws InterruptedException {
        int refused = total - acknowledged.size();
        show.accept(row(
                "load reports lost",
                "reports",
                lost + refused,
                lost + refused == 0,
                total + " sent, " + options.perMinute() + " a minute, " + refused + " not acknowledged",
                machine));
        show.accept(row("load reports, p95", "ms by the clock", json.percentileMs(95), true, json.told(), machine));
        show.accept(row("load forms, p95", "ms by the clock", form.percentileMs(95), true, form.told(), machine));
        show.accept(row(
                "load first " + WARM_S + " s, p95",
                "ms by the clock",
                warm.percentileMs(95),
                true,
                warm.told(),
                machine));
        readers.times()
                .forEach((what, times) -> show.accept(row(
                        "load map " + what + ", p95",
                        "ms by the clock",
                        times.percentileMs(95),
                        readers.failed() == 0,
                        times.told() + (readers.failed() == 0 ? "" : ", " + readers.failed() + " FAILED"),
                        machine)));
        show.accept(row(
                "load queue emptied",
                "s after the last report",
                emptiedS(),
                true,
                "told to the ledger and on",
                machine));
    }

    private double emptiedS() throws InterruptedException {
        long began = System.nanoTime();
        JdbcClient jdbc = home.jdbc();
        while (jdbc.sql("select count(*) from report_waiting")
                                .query(Integer.class)
                                .single()
                        > 0
                && System.nanoTime() - began < TimeUnit.MINUTES.toNanos(10)) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private BenchRow row(String name, String unit, double ours, boolean agree, String data, String machine) {
        return new BenchRow(name, unit, ours, null, null, null, agree, data, machine, options.seed());
    }
}
