package vn.reliefmap.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostGIS cluster of our own in a folder of ours, made from the system's PostgreSQL programs. It listens on
 * 127.0.0.1 alone, on a free port chosen at each start. Two processes may use one cluster at a time: whoever comes
 * second finds it running and joins. Not thread-safe.
 */
public final class PrivateCluster {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateCluster.class);
    private static final String OWNER = "relief_owner";
    private static final String APP = "relief_app";
    private static final String IN_USE = "relief";
    private static final String BESIDE = "relief_restored";
    private static final String BEFORE = "relief_before";
    /** Tries to start it, with a second between; as many again are waited for a server that is starting. */
    private static final int LAUNCHES = 10;

    private static final long LEAST_FREE_BYTES = 300L << 20;

    private final Path folder;
    private final Path data;
    private final Path settingsFile;
    private final boolean durable;
    private final PostgresPrograms programs = PostgresPrograms.find();
    private volatile boolean kept;

    private PrivateCluster(Path folder, boolean durable) {
        this.folder = folder.toAbsolutePath().normalize();
        this.data = this.folder.resolve("data");
        this.settingsFile = this.folder.resolve("cluster.properties");
        this.durable = durable;
    }

    /** A cluster that keeps its data through a crash of the machine. */
    public static PrivateCluster in(Path folder) {
        return new PrivateCluster(folder, true);
    }

    /** A faster cluster for tests, which loses its data in a crash. */
    public static PrivateCluster forTests(Path folder) {
        return new PrivateCluster(folder, false);
    }

    /** True when the cluster's server process runs, whoever started it. */
    public boolean isRunning() {
        return Files.isDirectory(data)
                && programs.call(10, "pg_ctl", "-D", data.toString(), "status").ok();
    }

    /** The server's process, whoever started it; empty when it does not run. */
    public Optional<ProcessHandle> process() {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst().map(Long::parseLong).flatMap(ProcessHandle::of);
        } catch (IOException e) {
            return Optional.empty(); // the file goes with the process
        }
    }

    /**
     * From now on until {@link #stop}, the server is started again on its port when it dies, so that a program that uses
     * it works on. PostgreSQL then recovers what was committed. For whoever serves; the cluster must run.
     */
    public void keepRunning() {
        kept = true;
        Thread keeper = new Thread(this::keep, "keeps-postgres");
        keeper.setDaemon(true);
        keeper.start();
    }

    private void keep() {
        while (kept) {
            process().ifPresent(server -> server.onExit().join());
            if (!broughtBack()) {
                pause(); // its orphans hold the memory that they share until they are gone
            }
        }
    }

    /** True when it runs again, or need not. */
    private synchronized boolean broughtBack() {
        if (!kept) {
            return true;
        }
        LOG.warn("PostgreSQL is gone; starting it again");
        try {
            if (!isRunning()) {
                launch(read());
            }
            return true;
        } catch (StoreException e) {
            LOG.warn("PostgreSQL did not start: {}", e.getMessage());
            return false;
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kept = false;
        }
    }

    /** Makes the cluster if need be, starts it unless it runs, and says how to reach its database. */
    public Database start() {
        if (!Files.exists(settingsFile)) {
            create();
        }
        Properties settings = read();
        launchOrJoin(settings);
        Database database = database(settings, IN_USE);
        if (!"yes".equals(settings.getProperty("prepared"))) {
            prepare(settings);
            settings.setProperty("prepared", "yes");
            write(settings);
        }
        return database;
    }

    /** How to reach another database of the same cluster; it must exist. */
    public Database database(String name) {
        return database(read(), name);
    }

    /** A new, empty database beside the one in use; the cluster must run. What lay there of a try before is dropped. */
    public Database beside() {
        dropBeside();
        maintain("create database " + BESIDE);
        return database(BESIDE);
    }

    /** Forgets the database beside. */
    public void dropBeside() {
        maintain("drop database if exists " + BESIDE);
    }

    /** Puts the database beside in the place of the one in use, in one step, and drops that one. */
    public void takeBeside() {
        maintain("drop database if exists " + BEFORE);
        maintain("begin; alter database " + IN_USE + " rename to " + BEFORE + "; alter database " + BESIDE
                + " rename to " + IN_USE + "; commit");
        maintain("drop database " + BEFORE);
    }

    private void maintain(String sql) {
        try (Connection c = connect(database("postgres"));
                Statement s = c.createStatement()) {
            s.execute(sql);
        } catch (SQLException e) {
            throw new StoreException(
                    "Không thay được cơ sở dữ liệu (" + e.getSQLState()
                            + "); có lệnh ./relief nào khác đang chạy không?",
                    "Cannot replace the database: " + e.getMessage() + "; does another ./relief command run?",
                    e);
        }
    }

    /** Stops the cluster's server; open transactions are rolled back. */
    public void stop() {
        kept = false;
        stopNow();
    }

    private synchronized void stopNow() {
        if (isRunning()) {
            programs.call(40, "pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop");
        }
    }

    private void create() {
        try {
            Files.createDirectories(folder);
            requireSpace();
            Properties settings = new Properties();
            settings.setProperty("owner_password", secret());
            settings.setProperty("app_password", secret());
            Path passwordFile = Files.createTempFile(folder, "pw", "");
            Files.writeString(passwordFile, settings.getProperty("owner_password"));
            programs.handOver(folder);
            PostgresPrograms.Result result = programs.call(
                    120,
                    "initdb",
                    "-D",
                    data.toString(),
                    "-U",
                    OWNER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--no-instructions");
            Files.delete(passwordFile);
            if (!result.ok()) {
                throw new StoreException(
                        "Không tạo được kho dữ liệu ở " + data + ": " + lastLine(result.output())
                                + ". Người dùng postgres phải vào được thư mục này: đặt RELIEF_HOME (và mã nguồn, khi chạy"
                                + " kiểm thử) ở nơi khác, không phải trong /root.",
                        "Cannot create the database in " + data
                                + " (the user postgres must be able to enter this folder: put RELIEF_HOME, and"
                                + " for tests the checkout, elsewhere than in /root)");
            }
            write(settings);
        } catch (IOException e) {
            throw new StoreException("Không ghi được vào " + folder, "Cannot write to " + folder, e);
        }
    }

    private void requireSpace() {
        if (folder.toFile().getUsableSpace() < LEAST_FREE_BYTES) {
            throw new StoreException(
                    "Ổ đĩa của " + folder + " còn chưa tới 300 MB trống; hãy dọn bớt hoặc đặt RELIEF_HOME nơi khác.",
                    "Less than 300 MB free on the disk of " + folder + "; free some or set RELIEF_HOME.");
        }
    }

    /**
     * Returns when the server answers. After a crash it may be another one that starts it (the keeper of a program that was
     * killed a moment later), or orphans of the server before that hold the memory they share; both pass.
     */
    private void launchOrJoin(Properties settings) {
        for (int left = LAUNCHES; !answers(settings); left--) {
            try {
                if (!isRunning()) {
                    requireSpace();
                    settings.setProperty("port", Integer.toString(freePort()));
                    write(settings);
                    launch(settings);
                    return;
                }
            } catch (StoreException e) {
                if (left <= 0) {
                    throw e;
                }
            }
            if (left <= -LAUNCHES) {
                throw new StoreException(
                        "PostgreSQL không trả lời; xem " + folder.resolve("postgres.log"),
                        "PostgreSQL does not answer; see " + folder.resolve("postgres.log"));
            }
            pause();
        }
    }

    /** True when it takes connections; its port is the one it was started on, whoever started it. */
    private boolean answers(Properties settings) {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            String port = lines.skip(3).findFirst().orElse("").strip();
            boolean ready = !port.isEmpty()
                    && programs.call(10, "pg_isready", "-q", "-h", "127.0.0.1", "-p", port)
                            .ok()
                    && isRunning();
            if (ready && !port.equals(settings.getProperty("port"))) {
                settings.setProperty("port", port);
                write(settings);
            }
            return ready;
        } catch (IOException e) {
            return false; // the file goes with the server
        }
    }

    private void launch(Properties settings) {
        String options = "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c port="
                + settings.getProperty("port")
                + " -c max_connections=60 -c shared_buffers=128MB -c timezone=UTC -c jit=off"
                + (durable ? "" : " -c fsync=off -c full_page_writes=off -c synchronous_commit=off");
        PostgresPrograms.Result result = programs.call(
                60,
                "pg_ctl",
                "-D",
                data.toString(),
                "-l",
                folder.resolve("postgres.log").toString(),
                "-o",
                options,
                "-w",
                "-t",
                "50",
                "start");
        if (!result.ok()) {
            throw new StoreException(
                    "PostgreSQL không khởi động được; xem " + folder.resolve("postgres.log"),
                    "PostgreSQL did not start; see " + folder.resolve("postgres.log"));
        }
    }

    private void prepare(Properties settings) {
        try (Connection c = connect(database(settings, "postgres"));
                Statement s = c.createStatement()) {
            s.execute("do $$ begin if not exists (select from pg_roles where rolname = '" + APP + "') then create role "
                    + APP + " login; end if; end $$");
            s.execute("alter role " + APP + " password '" + settings.getProperty("app_password") + "'");
            try (var rs = s.executeQuery("select 1 from pg_database where datname = '" + IN_USE + "'")) {
                if (!rs.next()) {
                    s.execute("create database " + IN_USE);
                }
            }
        } catch (SQLException e) {
            throw new StoreException("Không chuẩn bị được cơ sở dữ liệu", "Cannot prepare the database", e);
        }
    }

    private static Connection connect(Database d) throws SQLException {
        return DriverManager.getConnection(d.url(), d.ownerUser(), d.ownerPassword());
    }

    private Database database(Properties settings, String name) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + settings.getProperty("port") + "/" + name,
                OWNER,
                settings.getProperty("owner_password"),
                APP,
                settings.getProperty("app_password"));
    }

    private Properties read() {
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(settingsFile)) {
            settings.load(in);
            return settings;
        } catch (IOException e) {
            throw new StoreException("Không đọc được " + settingsFile, "Cannot read " + settingsFile, e);
        }
    }

    private void write(Properties settings) {
        try {
            if (!Files.exists(settingsFile)) {
                Files.createFile(
                        settingsFile,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (OutputStream out = Files.newOutputStream(settingsFile)) {
                settings.store(out, "How Relief Map reaches its own PostGIS. Keep it secret.");
            }
        } catch (IOException e) {
            throw new StoreException("Không ghi được " + settingsFile, "Cannot write " + settingsFile, e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StoreException("Không còn cổng mạng trống", "No free network port", e);
        }
    }

    private static String secret() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
