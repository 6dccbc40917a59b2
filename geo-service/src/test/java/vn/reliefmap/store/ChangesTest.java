package vn.reliefmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChangesTest {
    private final Database database = TestPostgis.freshDatabase();

    @Test
    void aChangeAnnouncedByOneProcessIsHeardByAnother() {
        List<Object> heard = new ArrayList<>();
        Changes writer = new Changes(TestPostgis.jdbc(database), event -> {}, true);
        Changes reader = new Changes(TestPostgis.jdbc(database), heard::add, true);
        reader.rememberFirst();

        writer.announce(Topic.WATER);
        writer.announce(Topic.WATER);
        reader.look();
        reader.look();

        assertThat(heard).containsExactly(new DataChanged(Topic.WATER, 2));
    }

    @Test
    void theApplicationsRoleOwnsNothingAndCannotDropATable() {
        JdbcClient app = TestPostgis.jdbc(database);
        assertThat(app.sql("select count(*) from pg_tables where tableowner = current_user")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> app.sql("drop table need").update()).hasStackTraceContaining("must be owner");
    }
}
