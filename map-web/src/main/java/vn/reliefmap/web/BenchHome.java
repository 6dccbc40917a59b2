package vn.reliefmap.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.demo.Demo;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.ledger.ChainCheck;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.PrivateCluster;

/** A home in a temporary folder with a demo province in it, for benches that run the whole program. Not thread-safe. */
final class BenchHome implements AutoCloseable {
    private final Path folder;
    private final Map<String, String> environment;
    private final PrivateCluster cluster;
    private final List<String> tokens = new ArrayList<>();

    private BenchHome(Path folder, Path data) {
        this.folder = folder;
        this.environment = Map.of("RELIEF_HOME", folder.toString(), "RELIEF_DATA", data.toString());
        this.cluster = PrivateCluster.in(folder.resolve("postgis"));
    }

    /**
     * Makes it; takes some seconds, more for many households.
     *
     * @param data the project's {@code data} folder
     * @param coordinators whose tokens {@link #tokens} gives
     */
    static BenchHome make(Path data, long seed, int households, int coordinators) {
        BenchHome home = new BenchHome(temporary(), data);
        try {
            home.withProgram(program -> {
                program.part(Demo.class).run(seed, households, Instant.now(), new NoLog());
                Accounts accounts = program.part(Accounts.class);
                for (int i = 1; i <= coordinators; i++) {
                    home.tokens.add(accounts.newToken(accounts.add("Thử tải " + i, Caller.COORDINATOR, Set.of())
                            .id()));
                }
            });
            return home;
        } catch (RuntimeException e) {
            home.close(); // leaves neither a server nor a province behind
            throw e;
        }
    }

    /** PostgreSQL may run as another user, who must be able to walk through. */
    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("relief-bench");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** What the program is started with. */
    Map<String, String> environment() {
        return environment;
    }

    List<String> tokens() {
        return List.copyOf(tokens);
    }

    /** The database as its owner sees it; the cluster must run. */
    JdbcClient jdbc() {
        Database database = cluster.database("relief");
        org.postgresql.ds.PGSimpleDataSource source = new org.postgresql.ds.PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.ownerUser());
        source.setPassword(database.ownerPassword());
        return JdbcClient.create(source);
    }

    /** The chain worked out again, by the program's own means. */
    ChainCheck checkLedger() {
        ChainCheck[] check = new ChainCheck[1];
        withProgram(program -> check[0] = program.part(Ledger.class).verify());
        return check[0];
    }

    /** Starts the cluster again after its death, as a new start of the program would. */
    void startDatabase() {
        cluster.start();
    }

    /** Process of the database's server. */
    ProcessHandle postmaster() {
        return cluster.process().orElseThrow();
    }

    private void withProgram(java.util.function.Consumer<Program> work) {
        Home home = new Home(environment);
        try (Program program = Program.forCommand(home, cluster.start())) {
            work.accept(program);
        }
    }

    @Override
    public void close() {
        cluster.stop();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The demo's issues and progress are nobody's business here. */
    private static final class NoLog implements ImportLog {
        @Override
        public void issue(ImportIssue issue) {
            // made by ourselves
        }

        @Override
        public void progress(long rowsDone) {
            // nobody waits at a screen
        }
    }
}
