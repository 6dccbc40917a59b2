package vn.reliefmap.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.reliefmap.store.Database;

/** The program's parts put together on a database, with a web server or without one. */
final class Program implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Program(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** For a single command: no web server, parts made only when asked for. */
    static Program forCommand(Home home, Database database) {
        Map<String, Object> settings = settings(home, database);
        settings.put("spring.main.lazy-initialization", "true");
        settings.put("relief.watch-changes", "false");
        return start(settings, WebApplicationType.NONE);
    }

    /** With the web server on an address and port; not healthy before the demo is in, when one is to come. */
    static Program forServer(Home home, Database database, String address, int port, boolean demoComes) {
        Map<String, Object> settings = settings(home, database);
        settings.put("server.address", address);
        settings.put("server.port", port);
        settings.put("relief.demo-comes", demoComes);
        return start(settings, WebApplicationType.SERVLET);
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private static Program start(Map<String, Object> settings, WebApplicationType type) {
        SpringApplication application = new SpringApplication(ReliefMapApplication.class);
        application.setWebApplicationType(type);
        application.setRegisterShutdownHook(false); // RunCommand ends things in order: server, then database
        application.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("relief", settings)));
        return new Program(application.run());
    }

    private static Map<String, Object> settings(Home home, Database database) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("relief.home", home.folder().toString());
        settings.put("relief.data", home.data().toString());
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.appUser());
        settings.put("spring.datasource.password", database.appPassword());
        settings.put("spring.flyway.url", database.url());
        settings.put("spring.flyway.user", database.ownerUser());
        settings.put("spring.flyway.password", database.ownerPassword());
        settings.put("spring.flyway.placeholders.app_role", database.appUser());
        return settings;
    }
}
