package vn.reliefmap.cluster.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.cluster.internal.NeedFixture;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/** The room as Spring wires it, on real PostGIS. */
class NeedClusterEndpointTest {
    private final NeedFixture fixture = new NeedFixture().items(6);
    private final AnnotationConfigApplicationContext room = new AnnotationConfigApplicationContext();
    private final DisasterId disaster = fixture.disaster("lũ");

    @TempDir
    Path home = Path.of("target");

    @BeforeEach
    void open() {
        fixture.plain(disaster, 4, 5, 500, 6);
        fixture.publish(disaster);
        JdbcClient jdbc = JdbcClient.create(fixture.dataSource);
        room.registerBean(DataSource.class, () -> fixture.dataSource);
        room.registerBean(JdbcClient.class, () -> jdbc);
        room.registerBean(Changes.class, () -> new Changes(jdbc, room, false));
        room.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("home", Map.of("relief.home", home.toString())));
        ClassPathBeanDefinitionScanner keys = new ClassPathBeanDefinitionScanner(room, false);
        keys.addIncludeFilter(new AssignableTypeFilter(PersonalData.class));
        keys.scan("vn.reliefmap.access.internal");
        ClassPathBeanDefinitionScanner parts = new ClassPathBeanDefinitionScanner(room);
        // Delivery zones need roads, water and depots too, see ZoneWorld; displaced homes need keys.
        parts.addExcludeFilter(
                new RegexPatternTypeFilter(Pattern.compile(".*\\.(.*Zone.*|ClassCapacity|Displaced.*)")));
        parts.scan("vn.reliefmap.disaster.internal", "vn.reliefmap.cluster");
        room.refresh();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private NeedClusterEndpoint clusters() {
        return room.getBean(NeedClusterEndpoint.class);
    }

    @Test
    void pagesFollowOneAnotherByTheirLinks() {
        var whole = clusters().find("lũ", null, "14", null, "5000", null);
        assertThat(whole.disaster()).isEqualTo(disaster.toString());
        assertThat(whole.next()).isNull();
        assertThat(whole.suppressed()).isNull();

        var first = clusters().find("lũ", "106,16,108,18", "14", null, "3", null);
        assertThat(first.items()).isEqualTo(whole.items().subList(0, 3));
        // A box tells of medicine only where ten homes together lack it, see decision 302.
        assertThat(first.totals())
                .filteredOn(lack -> !lack.lackGroup().equals("medicine"))
                .hasSize(5)
                .allSatisfy(lack -> assertThat(whole.totals()).contains(lack));
        assertThat(first.totals()).hasSize(6);
        var link =
                UriComponentsBuilder.fromUriString(String.valueOf(first.next())).build();
        assertThat(link.getPath()).isEqualTo("/api/v1/need-clusters");
        var query = link.getQueryParams();
        var second = clusters()
                .find(
                        query.getFirst("disaster"),
                        query.getFirst("bbox"),
                        String.valueOf(query.getFirst("zoom")),
                        query.getFirst("item"),
                        String.valueOf(query.getFirst("limit")),
                        query.getFirst("after"));
        assertThat(second.items()).isEqualTo(whole.items().subList(3, 6));
    }

    @Test
    void aChangeInTheDatabaseReachesTheAnswer() {
        var before = clusters().find("lũ", null, "10", "i1", "10", null);
        fixture.jdbc.update("update need set needed = needed + 1 where item_code = 'i1'");
        room.publishEvent(new DataChanged(Topic.NEEDS, 2));
        assertThat(clusters().find("lũ", null, "10", "i1", "10", null))
                .as("not before it is published")
                .isEqualTo(before);
        fixture.publish(disaster);
        room.publishEvent(new DataChanged(Topic.PUBLISHED, 2));
        var after = clusters().find("lũ", null, "10", "i1", "10", null);

        assertThat(after.totals().get(0).needed())
                .isGreaterThan(before.totals().get(0).needed());
        assertThat(room.getBean(NeedSummaryEndpoint.class).summary("lũ", "i1").totals())
                .isEqualTo(after.totals());
    }

    @Test
    void wrongQuestionsAreAnsweredWithTheFormThatWasExpected() {
        assertThat(problem("lũ", "107.4,16.6,106.9,17.0", "10", null, null).code())
                .isEqualTo("BBOX_ORDER");
        for (String zoom : new String[] {"-1", "23", "mười", "10.5", "99999999999"}) {
            Problem p = problem("lũ", null, zoom, null, null);
            assertThat(p.code()).isEqualTo("ZOOM_RANGE");
            assertThat(p.expected()).isEqualTo("whole number 0..22");
        }
        Problem item = problem("lũ", null, "10", "vàng", null);
        assertThat(item.code()).isEqualTo("ITEM_UNKNOWN");
        assertThat(item.expected()).contains("water").contains("/api/v1/items");
        assertThat(problem("không có", null, "10", null, null).status()).isEqualTo(404);
        assertThat(problem(null, null, "10", null, null).code()).isEqualTo("DISASTER_MISSING");
        assertThat(problem("lũ", null, "10", null, "trang 2").code()).isEqualTo("AFTER_FORM");
        assertThat(problem("lũ", null, "10", null, "abc.4").code()).isEqualTo("AFTER_OUTDATED");
    }

    private Problem problem(
            @Nullable String named, @Nullable String bbox, String zoom, @Nullable String item, @Nullable String after) {
        return catchThrowableOfType(ProblemException.class, () -> clusters().find(named, bbox, zoom, item, "10", after))
                .problem();
    }
}
