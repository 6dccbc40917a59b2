package vn.reliefmap.flood;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.internal.GeometryJson;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.TestPostgis;
import vn.reliefmap.store.Topic;

/** The rooms up to the flood, wired as in the program, on a fresh database. */
public final class FloodWorld implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** @param morePackages further packages whose components take part */
    public FloodWorld(String... morePackages) {
        DataSource source = TestPostgis.dataSource(TestPostgis.freshDatabase());
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JsonMapper.class, FloodWorld::json);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(source));
        PlatformTransactionManager transactions = new DataSourceTransactionManager(source);
        context.registerBean(PlatformTransactionManager.class, () -> transactions);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "relief.home",
                                home().toString(),
                                "relief.data",
                                Path.of(System.getProperty("relief.root"), "data")
                                        .toString())));
        context.register(Wiring.class);
        ClassPathBeanDefinitionScanner rooms = new ClassPathBeanDefinitionScanner(context);
        // Other rooms' tests lie in the same packages and bring configurations of their own.
        rooms.addExcludeFilter(
                (found, factory) -> found.getResource().getURL().getPath().contains("/test-classes/"));
        // Displaced homes need keys and households; DisplacementTest has them.
        rooms.addExcludeFilter(
                (found, factory) -> found.getClassMetadata().getClassName().contains(".Displaced"));
        // Lists that officers send need households and who is signed in; HouseholdListTest has them.
        rooms.addExcludeFilter(
                (found, factory) -> found.getClassMetadata().getClassName().contains(".exchange.http."));
        rooms.scan(
                "vn.reliefmap.store",
                "vn.reliefmap.ledger.internal",
                "vn.reliefmap.disaster.internal",
                "vn.reliefmap.basemap.internal",
                "vn.reliefmap.flood.internal");
        if (morePackages.length > 0) {
            rooms.scan(morePackages);
        }
        context.refresh();
    }

    private static Path home() {
        try {
            return Files.createTempDirectory(Path.of("target"), "flood-world");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // As the program does: parts that stand behind a door listen to events as well.
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Wiring {}

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Endpoints by their classes' simple names, answering as the program does. */
    public MockMvc http(String... endpoints) {
        List<Object> controllers = new ArrayList<>();
        for (Object bean : context.getBeansWithAnnotation(RestController.class).values()) {
            if (List.of(endpoints).contains(bean.getClass().getSimpleName())) {
                controllers.add(bean);
            }
        }
        return MockMvcBuilders.standaloneSetup(controllers.toArray())
                .setMessageConverters(new JacksonJsonHttpMessageConverter(json()))
                .build();
    }

    /** As the program writes it. */
    private static JsonMapper json() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .addModule(new SimpleModule().addSerializer(Geometry.class, new GeometryJson()))
                .build();
    }

    public DisasterId disaster(String name, boolean simulated) {
        return bean(Disasters.class)
                .open(name, simulated, Instant.parse("2020-10-07T00:00:00Z"))
                .id();
    }

    /** What every process hears within two seconds after a change. */
    public void changed(Topic topic) {
        context.publishEvent(new DataChanged(topic, 1));
        if (topic == Topic.HOUSEHOLDS || topic == Topic.NEEDS) {
            // As the next quarter of an hour does.
            context.publishEvent(new DataChanged(Topic.PUBLISHED, 1));
        }
    }

    public Waters waters() {
        return bean(Waters.class);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public Told load(Path file, FloodImport.Options options) {
        List<ImportIssue> issues = new ArrayList<>();
        ImportSummary summary = bean(FloodImport.class).load(file, options, new ImportLog() {
            @Override
            public void issue(ImportIssue issue) {
                issues.add(issue);
            }

            @Override
            public void progress(long rowsDone) {}
        });
        return new Told(summary, issues);
    }

    /** Loads features given as JSON text. */
    public Told load(Path folder, FloodImport.Options options, String... features) {
        try {
            Path file = folder.resolve("flood.geojson");
            Files.writeString(
                    file, "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
            return load(file, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static FloodImport.Options options(DisasterId disaster, @Nullable String at) {
        return new FloodImport.Options(disaster, at == null ? null : Instant.parse(at), false, null, null, null);
    }

    /** A feature whose polygon is the box lon0..lon1, lat0..lat1. */
    public static String box(String properties, double lon0, double lat0, double lon1, double lat1) {
        return feature(
                properties,
                "[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]"
                        .formatted(lon0, lat0, lon1, lat0, lon1, lat1, lon0, lat1, lon0, lat0));
    }

    public static String feature(String properties, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties
                + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}}";
    }

    @Override
    public void close() {
        context.close();
    }

    /** What an import told. */
    public record Told(ImportSummary summary, List<ImportIssue> issues) {
        public List<String> codes() {
            return issues.stream().map(ImportIssue::code).toList();
        }

        public Map<String, Object> figures() {
            return summary.figures();
        }
    }
}
