package vn.reliefmap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.routing.RoadImport;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;
import vn.reliefmap.store.Topic;

/** The program with communes XA01, XA02 … 10 km apart, and whoever promises, carries and receives in them. */
public final class PromiseWorld implements AutoCloseable {
    public final TestProgram program;
    public final JdbcClient jdbc;
    public final Database database;
    private final ApplicationEventPublisher events;
    private final AtomicInteger names = new AtomicInteger();
    private boolean withRoads;

    public PromiseWorld(Path home) {
        this(home, TestPostgis.freshDatabase());
    }

    /** On a database of one's own, migrated and empty. */
    public PromiseWorld(Path home, Database database) {
        this.database = database;
        program = TestProgram.withPromises(database, home);
        jdbc = program.bean(JdbcClient.class);
        events = program.events();
        for (int i = 1; i <= 4; i++) {
            jdbc.sql("""
                            insert into admin_unit (code, valid_from, name, full_name, kind, folded_name, folded_full_name,
                                                    simulated, centre)
                            values (?, date '2025-07-01', ?, ?, 'xa', ?, ?, true, st_setsrid(st_makepoint(?, 16.75), 4326))""")
                    .params("XA0" + i, "Số " + i, "Xã Số " + i, "so " + i, "xa so " + i, 107 + i * 0.1)
                    .update();
        }
        tell(Topic.ADMIN);
    }

    /** The hand-drawn village, with a depot; all homes stand on its road. Once is enough. */
    public void roads() {
        if (withRoads) {
            return;
        }
        withRoads = true;
        program.bean(RoadImport.class).load(village(), true, new ListRows());
        jdbc.sql("""
                insert into depot (id, ref, name, simulated, place)
                values (gen_random_uuid(), 'K', 'Kho', true, st_setsrid(st_makepoint(107.1005, 16.7501), 4326))""").update();
        tell(Topic.ROADS);
        tell(Topic.SUPPLY);
    }

    /** As a file, also where these classes lie in a jar. */
    private static Path village() {
        try (InputStream in = PromiseWorld.class.getResourceAsStream("/vn/reliefmap/routing/village.osm")) {
            Path file = Files.createTempFile("village", ".osm");
            file.toFile().deleteOnExit();
            Files.copy(Objects.requireNonNull(in), file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A depot with nothing in it. */
    public UUID depot() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into depot (id, ref, name, simulated, place)
                        values (?, ?, 'Kho', true, st_setsrid(st_makepoint(107.1005, 16.7501), 4326))""").params(id, id.toString()).update();
        return id;
    }

    /** What the program hears a second after a change. */
    void tell(Topic topic) {
        events.publishEvent(new DataChanged(topic, 1));
    }

    public DisasterId disaster() {
        return program.bean(Disasters.class)
                .open("Lũ thử " + names.incrementAndGet(), true, Instant.parse("2020-10-18T00:00:00Z"))
                .id();
    }

    public Account account(Caller role, String... units) {
        return program.bean(Accounts.class)
                .add("Thử " + role.word() + " " + names.incrementAndGet(), role, Set.of(units));
    }

    public String token(Account account) {
        return program.bean(Accounts.class).newToken(account.id());
    }

    /** One household in the commune that needs so much rice, and nothing else. */
    public NeedId rice(DisasterId disaster, String commune, String quantity) {
        UUID household = UUID.randomUUID();
        UUID need = UUID.randomUUID();
        jdbc.sql("""
                        insert into household (id, ref, simulated, people, admin_code, admin_valid_from, place, place_precision)
                        values (:home, :ref, true, 4, :commune, date '2025-07-01',
                                st_setsrid(st_makepoint(107.105, 16.7502), 4326), 'exact');
                        insert into need (id, household_id, disaster_id, item_code, needed, urgency, confirmed_at)
                        values (:need, :home, :disaster, 'rice', :quantity, 'high', now())""")
                .param("home", household)
                .param("ref", household.toString())
                .param("commune", commune)
                .param("need", need)
                .param("disaster", disaster.value())
                .param("quantity", new BigDecimal(quantity))
                .update();
        return new NeedId(need);
    }

    /** As many households of that need, so that the commune may be shown. */
    public List<NeedId> homes(DisasterId disaster, String commune, int count, String quantity) {
        List<NeedId> needs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            needs.add(rice(disaster, commune, quantity));
        }
        return needs;
    }

    /** A column of the needs of a commune, summed up. */
    public BigDecimal sum(DisasterId disaster, String commune, String column) {
        return Objects.requireNonNull(jdbc.sql("select coalesce(sum(" + column + "), 0) from need n"
                        + " join household h on h.id = n.household_id where n.disaster_id = ? and h.admin_code = ?")
                .params(disaster.value(), commune)
                .query(BigDecimal.class)
                .single());
    }

    /** All at the same moment; what each gave, or what it threw. */
    public static <T> List<Object> atOnce(List<Callable<T>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        CyclicBarrier start = new CyclicBarrier(acts.size());
        List<Future<T>> futures = acts.stream()
                .map(act -> threads.submit(() -> {
                    start.await();
                    return act.call();
                }))
                .toList();
        List<Object> outcomes = new ArrayList<>();
        for (Future<T> future : futures) {
            try {
                outcomes.add(Objects.requireNonNull(future.get()));
            } catch (ExecutionException e) {
                outcomes.add(Objects.requireNonNull(e.getCause()));
            }
        }
        threads.shutdown();
        return outcomes;
    }

    @Override
    public void close() {
        program.close();
    }
}
