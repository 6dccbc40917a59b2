package vn.reliefmap.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import vn.reliefmap.kernel.BenchRow;
import vn.reliefmap.kernel.Machine;
import vn.reliefmap.ledger.ChainCheck;

/**
 * Writers write while program and PostgreSQL are killed (SIGKILL), the real program as a process of its own on a demo
 * province. Afterwards every acknowledged write must be there exactly once, balances and chain right.
 */
final class KillBench {
    private static final int WRITERS = 6;
    private static final int HOUSEHOLDS = 2000;
    /** Writes between two kills, so that each kill meets work. */
    private static final int BETWEEN = 20;

    /** Whom a kill hits. */
    enum Victim {
        PROGRAM,
        /** Its orphans end with it; recovery at the next start. */
        POSTGRES,
        /** One connection's process; the server ends all others and recovers at once. */
        CONNECTION,
        BOTH
    }

    private final Path data;
    private final int kills;
    private final Random random;
    private final long seed;
    private final Map<Victim, List<Double>> downS = new EnumMap<>(Victim.class);

    private KillBench(Path data, int kills, long seed) {
        this.data = data;
        this.kills = kills;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** @param data the project's {@code data} folder */
    static void run(Path data, int kills, long seed, Consumer<BenchRow> show) throws InterruptedException {
        new KillBench(data, kills, seed).run(show);
    }

    private void run(Consumer<BenchRow> show) throws InterruptedException {
        String machine = Machine.describe();
        try (BenchHome home = BenchHome.make(data, seed, HOUSEHOLDS, WRITERS);
                ServerProcess server = new ServerProcess(home.environment(), home.folder())) {
            ActSender sender = new ActSender(server.base());
            KillWriters writers = new KillWriters(sender, scene(home));
            writers.start(home.tokens(), seed);
            for (int i = 0; i < kills; i++) {
                awaitWrites(writers, writers.done() + BETWEEN);
                kill(Victim.values()[i % Victim.values().length], home, server, writers);
            }
            awaitWrites(writers, writers.done() + BETWEEN);
            writers.stop();
            KillCheck check = new KillCheck(home.jdbc());
            check.rows(writers.acknowledged());
            check.answers(writers.acknowledged(), sender, 100);
            check.rows(writers.acknowledged());
            List<String> wrong = new ArrayList<>(check.wrong());
            ChainCheck chain = home.checkLedger();
            if (chain.fault() != null) {
                wrong.add("ledger: " + chain.fault().en());
            }
            wrong.addAll(Collections.nCopies(writers.failed(), "a writer gave up"));
            String done = writers.done() + " writes, " + sender.again() + " sent again, " + sender.unexpected()
                    + " answers 500, " + chain.entries() + " ledger entries, refused " + writers.refused()
                    + (wrong.isEmpty() ? "" : ", WRONG " + wrong);
            show.accept(row(
                    "kill " + kills, "writes lost, doubled or wrong", wrong.size(), wrong.isEmpty(), done, machine));
            downS.forEach((victim, times) -> show.accept(row(
                    "kill " + victim.name().toLowerCase(java.util.Locale.ROOT) + ", until writes again",
                    "s, the longest",
                    Collections.max(times),
                    true,
                    times.size() + " kills, mean "
                            + Math.round(10
                                            * times.stream()
                                                    .mapToDouble(t -> t)
                                                    .average()
                                                    .orElse(0))
                                    / 10.0 + " s",
                    machine)));
        }
    }

    private void kill(Victim victim, BenchHome home, ServerProcess server, KillWriters writers)
            throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(300)); // at no moment in particular
        long began = System.nanoTime();
        switch (victim) {
            case PROGRAM -> server.kill();
            case POSTGRES -> home.postmaster().destroyForcibly();
            case CONNECTION -> killConnection(home);
            case BOTH -> {
                home.postmaster().destroyForcibly();
                server.kill();
            }
        }
        if (victim == Victim.PROGRAM || victim == Victim.BOTH) {
            server.startAgain();
        }
        awaitWrites(writers, writers.done() + 1);
        downS.computeIfAbsent(victim, any -> new ArrayList<>()).add((System.nanoTime() - began) / 1e9);
    }

    /** A child of the server that serves a client, busy if there is one. */
    private static void killConnection(BenchHome home) {
        long pid = home.jdbc().sql("""
                select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
                order by state = 'idle', pid limit 1""").query(Long.class).single();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static void awaitWrites(KillWriters writers, int wanted) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (writers.done() < wanted) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("nothing was written for five minutes");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** The commune and item of which most is lacking, and a depot. */
    static KillWriters.Scene scene(BenchHome home) {
        return home.jdbc()
                .sql("""
                select n.disaster_id, h.admin_code, n.item_code, (select id from depot order by id limit 1) as depot
                from need n join household h on h.id = n.household_id where h.admin_code is not null
                group by 1, 2, 3 order by sum(n.needed) desc limit 1""")
                .query((rs, n) -> new KillWriters.Scene(
                        rs.getObject("disaster_id", UUID.class),
                        rs.getString("admin_code"),
                        rs.getString("item_code"),
                        rs.getObject("depot", UUID.class)))
                .single();
    }

    private BenchRow row(String name, String unit, double ours, boolean agree, String told, String machine) {
        return new BenchRow(name, unit, ours, null, null, null, agree, told, machine, seed);
    }
}
