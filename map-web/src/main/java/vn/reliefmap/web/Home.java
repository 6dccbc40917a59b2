package vn.reliefmap.web;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.PrivateCluster;
import vn.reliefmap.store.StoreException;

/**
 * The folder that holds private cluster, graphs, tiles and keys, and the way to the database. Set by
 * {@code RELIEF_HOME}; {@code RELIEF_DB_URL} (with {@code RELIEF_DB_USER}, {@code RELIEF_DB_PASSWORD} and, when the
 * tables belong to another role, {@code RELIEF_DB_OWNER} and {@code RELIEF_DB_OWNER_PASSWORD}) points at an existing
 * PostGIS instead of the private cluster. Not thread-safe.
 */
final class Home implements AutoCloseable {
    private final Path folder;
    private final Path data;
    private final Map<String, String> environment;
    private @Nullable PrivateCluster cluster;
    private @Nullable FileLock runLock;
    private boolean serving;

    Home(Map<String, String> environment) {
        this.environment = environment;
        this.folder = Path.of(environment.getOrDefault("RELIEF_HOME", ".relief"))
                .toAbsolutePath()
                .normalize();
        this.data = Path.of(environment.getOrDefault("RELIEF_DATA", "data"))
                .toAbsolutePath()
                .normalize();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(
                    "Không tạo được thư mục " + folder + "; hãy đặt RELIEF_HOME ở nơi ghi được.",
                    "Cannot create the folder " + folder + "; set RELIEF_HOME to a place that can be written.",
                    e);
        }
    }

    Path folder() {
        return folder;
    }

    /** The project's {@code data} folder: catalogue of items and the bundled demo. */
    Path data() {
        return data;
    }

    /** Takes the folder for a server; throws when another server has it. */
    void takeForServer() {
        runLock = tryLock()
                .orElseThrow(() -> new StoreException(
                        "Thư mục dữ liệu " + folder + " đang được một chương trình Relief Map khác dùng;"
                                + " hãy dừng nó hoặc đặt RELIEF_HOME khác.",
                        "The data folder " + folder + " is in use by another running Relief Map;"
                                + " stop it or set another RELIEF_HOME."));
        serving = true;
    }

    /** Starts or joins the database. */
    Database database() {
        String url = environment.get("RELIEF_DB_URL");
        if (url != null && !url.isBlank()) {
            return external(url.strip());
        }
        PrivateCluster own = PrivateCluster.in(folder.resolve("postgis"));
        cluster = own;
        return own.start();
    }

    /** The cluster behind {@link #database()} when it is ours; empty for a server of somebody else's. */
    Optional<PrivateCluster> ownCluster() {
        return Optional.ofNullable(cluster);
    }

    /** Stops the private cluster unless a server still needs it. */
    @Override
    public void close() {
        if (cluster != null && (serving || nobodyServes())) {
            cluster.stop();
        }
        if (runLock != null) {
            release(runLock);
        }
    }

    private Database external(String url) {
        String jdbcUrl = url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres://", "postgresql://");
        String user = environment.getOrDefault("RELIEF_DB_USER", System.getProperty("user.name"));
        String password = environment.getOrDefault("RELIEF_DB_PASSWORD", "");
        return new Database(
                jdbcUrl,
                environment.getOrDefault("RELIEF_DB_OWNER", user),
                environment.getOrDefault("RELIEF_DB_OWNER_PASSWORD", password),
                user,
                password);
    }

    private boolean nobodyServes() {
        Optional<FileLock> lock = tryLock();
        lock.ifPresent(Home::release);
        return lock.isPresent();
    }

    private Optional<FileLock> tryLock() {
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return Optional.ofNullable(lock);
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreException("Không ghi được vào " + folder, "Cannot write to " + folder, e);
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new StoreException("Không nhả được khoá thư mục", "Cannot release the folder's lock", e);
        }
    }
}
