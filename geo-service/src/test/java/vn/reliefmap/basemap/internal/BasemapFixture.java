package vn.reliefmap.basemap.internal;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.reliefmap.basemap.BasemapFeatures;
import vn.reliefmap.basemap.BasemapImport;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;

/** A database of its own with the base map's beans over it, and the issues imports told. */
final class BasemapFixture implements ImportLog {
    final Database database = TestPostgis.freshDatabase();
    final DataSource dataSource = TestPostgis.dataSource(database);
    final JdbcClient jdbc = TestPostgis.jdbc(database);
    final BasemapImport imports = new OsmBasemapImport(dataSource, new JdbcTransactionManager(dataSource));
    final BasemapFeatures features = new PostgisBasemapFeatures(dataSource, new JdbcTransactionManager(dataSource));
    final List<ImportIssue> issues = new ArrayList<>();

    static Path small() {
        URL url = BasemapFixture.class.getResource("/vn/reliefmap/basemap/small.osm");
        if (url == null) {
            throw new IllegalStateException("small.osm is not on the class path");
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The shared Huế extract; the file may be absent. */
    static Path hue() {
        return Path.of(System.getProperty("relief.root"))
                .resolveSibling("shared")
                .resolve("data/roads/hue.osm.pbf");
    }

    /** A row in road_import that is not current yet. */
    long newImport(String name) {
        return jdbc.sql("insert into road_import (source_name, source_sha256, way_count, road_length_m, graph_nodes,"
                        + " graph_edges, graph_length_m) values (:name, '', 0, 0, 0, 0, 0) returning id")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    void makeCurrent(long importId) {
        jdbc.sql("update road_import set is_current = false where is_current").update();
        jdbc.sql("update road_import set is_current = true where id = :id")
                .param("id", importId)
                .update();
    }

    long count(String tableAndCondition) {
        return jdbc.sql("select count(*) from " + tableAndCondition)
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
}
