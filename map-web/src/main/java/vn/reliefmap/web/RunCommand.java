package vn.reliefmap.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.demo.Demo;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.PrivateCluster;
import vn.reliefmap.store.StoreException;

/** Starts everything and serves the map until it is told to end. */
@Command(name = "run", description = "Chạy bản đồ. / Serves the map.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    /** The server goes on in its own threads; the process ends when it is told to. */
    static final int STILL_RUNNING = -1;

    @Option(names = "--port", defaultValue = "8080", description = "Cổng / port (${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--address",
            defaultValue = "127.0.0.1",
            description = "Địa chỉ mạng; mặc định chỉ máy này / network address; this machine alone by default")
    private String address = "127.0.0.1";

    @Option(names = "--empty", description = "Không nạp dữ liệu mô phỏng / without the demo province")
    private boolean empty;

    @CommandLine.ParentCommand
    private ReliefCommand relief;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Home home = relief.home();
        boolean started = false;
        try {
            home.takeForServer();
            requireFreePort();
            Database database = home.database();
            boolean fresh = requireUsable(database);
            home.ownCluster().ifPresent(PrivateCluster::keepRunning);
            serve(home, database, fresh, out);
            started = true;
            return STILL_RUNNING;
        } finally {
            if (!started) {
                home.close();
            }
        }
    }

    private boolean requireUsable(Database database) {
        try (DatabaseCheck check = new DatabaseCheck(database)) {
            boolean fresh = check.requireVersions().holdsNothing();
            if (empty && !fresh) {
                throw new StoreException(
                        "Đã dùng --empty nhưng cơ sở dữ liệu đang có dữ liệu. Bỏ --empty, hoặc đặt RELIEF_HOME mới.",
                        "--empty was given but the database holds data. Leave --empty out, or set a new RELIEF_HOME.");
            }
            return fresh;
        }
    }

    private void serve(Home home, Database database, boolean fresh, PrintWriter out) {
        Program program = Program.forServer(home, database, address, port, fresh && !empty);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            program.close();
            home.close();
        }));
        program.part(Accounts.class).createFirstAdministrator().ifPresent(token -> showToken(out, token));
        if (fresh && !empty) {
            loadDemo(program, out);
        }
        out.println(
                "Bản đồ cứu trợ / Relief Map: http://" + shownHost() + ":" + port + "/   (Ctrl-C để dừng / to stop)");
        out.flush();
    }

    /** The map is served meanwhile, and health says that it is not ready. */
    private static void loadDemo(Program program, PrintWriter out) {
        DemoScreen screen = new DemoScreen(out);
        screen.show(program.part(Demo.class).bundled(Instant.now(), screen));
        program.part(StartState.class).loaded();
    }

    static void showToken(PrintWriter out, String token) {
        out.println(
                "Mã quản trị, chỉ hiện một lần; hãy cất giữ / the administrator's token, shown only once; keep it:");
        out.println("  " + token);
        out.flush();
    }

    private String shownHost() {
        return address.equals("127.0.0.1") ? "localhost" : address;
    }

    private void requireFreePort() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (UnknownHostException e) {
            throw new StoreException(
                    "Địa chỉ " + address + " không có trên máy này.", "There is no address " + address + " here.", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException(
                    "Cổng " + port + " đang bận hoặc không mở được; hãy chọn cổng khác: ./relief run --port 8081",
                    "Port " + port + " is taken or cannot be opened; choose another: ./relief run --port 8081",
                    e);
        }
    }
}
