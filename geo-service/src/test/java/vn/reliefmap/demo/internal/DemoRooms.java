package vn.reliefmap.demo.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import vn.reliefmap.geo.internal.GeometryJson;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.store.TestPostgis;

/** The rooms a demo goes through, wired as in the program, on a fresh database. */
final class DemoRooms implements AutoCloseable, ImportLog {
    static final Path ROOT = Path.of(System.getProperty("relief.root"));
    static final Path FOLDER = ROOT.resolve("data/demo");
    static final Path HUE = ROOT.resolveSibling("shared").resolve("data/roads/hue.osm.pbf");

    final List<ImportIssue> issues = new ArrayList<>();
    private final AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext();

    /** Declarative transactions, as Spring Boot switches them on. */
    // As the program does: parts that stand behind a door listen to events as well.
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    /** @param home an empty folder for graphs and files */
    DemoRooms(Path home) {
        DataSource source = TestPostgis.dataSource(TestPostgis.freshDatabase());
        PlatformTransactionManager transactions = new DataSourceTransactionManager(source);
        rooms.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "relief.home",
                                home.toString(),
                                "relief.data",
                                ROOT.resolve("data").toString())));
        rooms.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        rooms.registerBean(DataSource.class, () -> source);
        rooms.registerBean(PlatformTransactionManager.class, () -> transactions);
        rooms.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        rooms.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        rooms.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(source));
        rooms.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(source));
        rooms.registerBean(JsonMapper.class, () -> JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .addModule(new SimpleModule().addSerializer(new GeometryJson()))
                .build());
        rooms.register(Transactions.class);
        ClassPathBeanDefinitionScanner program = new ClassPathBeanDefinitionScanner(rooms);
        // Other rooms' tests lie in the same packages and bring configurations of their own.
        program.addExcludeFilter(
                (found, factory) -> found.getResource().getURL().getPath().contains("/test-classes/"));
        // Displaced homes need keys of households; DisplacementTest has them.
        program.addExcludeFilter(
                (found, factory) -> found.getClassMetadata().getClassName().contains(".Displaced"));
        program.scan(
                "vn.reliefmap.store",
                "vn.reliefmap.item.internal",
                "vn.reliefmap.admin.internal",
                "vn.reliefmap.access.internal",
                "vn.reliefmap.disaster.internal",
                "vn.reliefmap.basemap.internal",
                "vn.reliefmap.flood.internal",
                "vn.reliefmap.passability",
                "vn.reliefmap.routing.internal",
                "vn.reliefmap.household.internal",
                "vn.reliefmap.need.internal",
                "vn.reliefmap.ledger.internal",
                "vn.reliefmap.supply.internal",
                "vn.reliefmap.cluster.internal",
                "vn.reliefmap.commitment.internal",
                "vn.reliefmap.plan.internal",
                "vn.reliefmap.exchange",
                "vn.reliefmap.demo.internal");
        rooms.refresh();
    }

    <T> T room(Class<T> door) {
        return rooms.getBean(door);
    }

    long count(String tableAndCondition) {
        return room(JdbcClient.class)
                .sql("select count(*) from " + tableAndCondition)
                .query(Long.class)
                .single();
    }

    @Override
    public void issue(ImportIssue issue) {
        issues.add(issue);
    }

    @Override
    public void progress(long rowsDone) {
        // A test has nobody to tell.
    }

    @Override
    public void close() {
        rooms.close();
    }
}
