package vn.reliefmap.web;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.reliefmap.demo.Demo;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;

/**
 * Base of tests that use the whole program as a person does, with the bundled demo province in its database. One
 * program and one loading serve them all, so no test may change what another reads.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class DemoProgram {
    private static final Database DATABASE = TestPostgis.freshDatabase();
    private static boolean loaded;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext parts;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestPostgis.properties(DATABASE).forEach((name, value) -> registry.add(name, () -> value));
        String home = EmptyProgram.home("demo");
        registry.add("relief.home", () -> home);
        registry.add("relief.data", () -> EmptyProgram.root().resolve("data").toString());
    }

    @BeforeEach
    void loadDemoOnce() {
        if (!loaded) {
            parts.getBean(Demo.class).bundled(Instant.now(), new QuietLog());
            loaded = true;
        }
    }

    final <T> T part(Class<T> type) {
        return parts.getBean(type);
    }

    final Http http() {
        return new Http("http://127.0.0.1:" + port);
    }

    /** Opens a page of the program on a screen of that size. */
    final Screen open(String path, int width, int height) {
        return new Screen(http().base(), path, width, height);
    }

    final Screen openOnDesk(String path) {
        return open(path, 1366, 768);
    }

    final Screen openOnPhone(String path) {
        return open(path, 360, 740);
    }

    /** The demo's files are ours: an issue in them is a mistake of the build. */
    private static final class QuietLog implements ImportLog {
        @Override
        public void issue(ImportIssue issue) {
            throw new AssertionError(issue.toString());
        }

        @Override
        public void progress(long rowsDone) {
            // nobody waits at a screen here
        }
    }
}
