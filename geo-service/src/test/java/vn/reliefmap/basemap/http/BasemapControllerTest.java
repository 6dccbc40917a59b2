package vn.reliefmap.basemap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;

class BasemapControllerTest {
    private final Database database = TestPostgis.freshDatabase();
    private final AnnotationConfigApplicationContext context = context();
    private final MockMvc http = MockMvcBuilders.standaloneSetup(context.getBean(BasemapController.class))
            .build();

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void withoutAnImportTheBasemapIsNullAndTilesArePlain() throws Exception {
        assertThat(context.getBean(BasemapController.class).basemap()).isEqualTo(BasemapJson.NONE);
        http.perform(get("/tiles/base/12/3272/1860.png"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/png"));
    }

    @Test
    void aTileOfTheCurrentImportMayBeKeptAndItsTagIsAnsweredWithNotModified() throws Exception {
        long id = TestPostgis.jdbc(database)
                .sql("insert into road_import (source_name, source_sha256, is_current, simulated, way_count,"
                        + " road_length_m, graph_nodes, graph_edges, graph_length_m, extent) values ('demo', '', true,"
                        + " true, 0, 0, 0, 0, 0, st_makeenvelope(107, 16.6, 107.3, 17, 4326)) returning id")
                .query(Long.class)
                .single();

        BasemapJson basemap = context.getBean(BasemapController.class).basemap();
        assertThat(basemap.importId()).isEqualTo(id);
        assertThat(basemap.bbox()).containsExactly(107.0, 16.6, 107.3, 17.0);
        String tag = http.perform(get("/tiles/base/12/3272/1860.png?v=" + id))
                .andExpect(header().string("Cache-Control", "max-age=604800, public"))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        assertThat(tag).isNotNull();
        http.perform(get("/tiles/base/12/3272/1860.png?v=0"))
                .andExpect(header().string("Cache-Control", "max-age=60, public"));
        http.perform(get("/tiles/base/12/3272/1860.png").header("If-None-Match", String.valueOf(tag)))
                .andExpect(status().isNotModified());
    }

    @Test
    void anAddressThatIsNotThreeNumbersIsAProblem() {
        for (String path :
                new String[] {"/tiles/base/a/1/1.png", "/tiles/base/12/-1/1.png", "/tiles/base/12/1/1e3.png"}) {
            assertThatThrownBy(() -> http.perform(get(path)))
                    .hasCauseInstanceOf(ProblemException.class)
                    .hasStackTraceContaining("TILE_ADDRESS");
        }
    }

    private AnnotationConfigApplicationContext context() {
        AnnotationConfigApplicationContext made = new AnnotationConfigApplicationContext();
        DataSource dataSource = TestPostgis.dataSource(database);
        made.registerBean(DataSource.class, () -> dataSource);
        made.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
        made.scan("vn.reliefmap.basemap");
        made.refresh();
        return made;
    }
}
