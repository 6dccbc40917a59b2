package vn.reliefmap.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;

/** Base of tests that ask the whole program over HTTP, on a database that holds nothing. One program serves them all. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class EmptyProgram {
    private static final Database DATABASE = TestPostgis.freshDatabase();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestPostgis.properties(DATABASE).forEach((name, value) -> registry.add(name, () -> value));
        registry.add("relief.home", () -> home("empty"));
        registry.add("relief.data", () -> root().resolve("data").toString());
    }

    static Database database() {
        return DATABASE;
    }

    final Http http() {
        return new Http("http://127.0.0.1:" + port);
    }

    static Path root() {
        return Path.of(System.getProperty("relief.root"));
    }

    static String home(String name) {
        try {
            Files.createDirectories(Path.of("target", "homes"));
            return Files.createTempDirectory(Path.of("target", "homes"), name)
                    .toAbsolutePath()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
