package vn.reliefmap.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The system's own PostgreSQL programs, run as an unprivileged user even when called by root. */
final class PostgresPrograms {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Path DEBIAN_SHARE = Path.of("/usr/share/postgresql");

    private final Path bin;
    private final boolean dropRoot;

    private PostgresPrograms(Path bin) {
        this.bin = bin;
        this.dropRoot = "root".equals(System.getProperty("user.name"));
    }

    /** The newest installed PostgreSQL for which PostGIS is installed too. */
    static PostgresPrograms find() {
        return newestWithPostgis()
                .map(PostgresPrograms::new)
                .orElseThrow(() -> new StoreException(
                        "Không thấy PostgreSQL có PostGIS trên máy này; hãy cài gói postgresql-postgis.",
                        "No PostgreSQL with PostGIS on this machine; install the package postgresql-postgis."));
    }

    private static Optional<Path> newestWithPostgis() {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.filter(v -> v.getFileName().toString().matches("\\d+"))
                    .filter(v -> Files.isExecutable(v.resolve("bin/initdb")))
                    .filter(v ->
                            Files.exists(DEBIAN_SHARE.resolve(v.getFileName()).resolve("extension/postgis.control")))
                    .max(Comparator.comparingInt(
                            v -> Integer.parseInt(v.getFileName().toString())))
                    .map(v -> v.resolve("bin"));
        } catch (IOException e) {
            throw new StoreException("Không đọc được " + DEBIAN, "Cannot read " + DEBIAN, e);
        }
    }

    /** True when the programs run as another user than this process, who must be able to reach the data folder. */
    boolean dropsRoot() {
        return dropRoot;
    }

    /** Hands a folder to the user the programs run as; does nothing when that is ourselves. */
    void handOver(Path folder) {
        if (dropRoot) {
            run(List.of("chown", "-R", "postgres:postgres", folder.toString()), 30);
        }
    }

    /** Runs one of PostgreSQL's programs and waits; the exit status is the caller's to judge. */
    Result call(int seconds, String program, String... arguments) {
        return run(command(program, arguments), seconds);
    }

    /**
     * One of PostgreSQL's programs, made ready but not started, so that the caller chooses where its streams go.
     *
     * @param environment further variables, for example {@code PGPASSWORD}, which must not stand in an argument
     */
    ProcessBuilder ready(Map<String, String> environment, String program, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(command(program, arguments))
                .directory(Path.of("/").toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (dropRoot) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static Result run(List<String> command, int seconds) {
        try {
            Path output = Files.createTempFile("relief-pg", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .directory(Path.of("/").toFile())
                    .start();
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String text = Files.readString(output).strip();
            Files.delete(output);
            return new Result(ended ? process.exitValue() : -1, text);
        } catch (IOException e) {
            throw new StoreException("Không chạy được " + command.get(0), "Cannot run " + command.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Bị ngắt khi chạy PostgreSQL", "Interrupted while running PostgreSQL", e);
        }
    }

    /** How a program ended. {@code status} −1 means that it did not end in time. */
    record Result(int status, String output) {
        boolean ok() {
            return status == 0;
        }
    }
}
