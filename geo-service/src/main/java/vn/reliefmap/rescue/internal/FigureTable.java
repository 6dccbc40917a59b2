package vn.reliefmap.rescue.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.rescue.Crew;
import vn.reliefmap.rescue.SosFigures;

/** Counts calls and crews. */
@Component
class FigureTable {
    private final JdbcClient jdbc;
    private final CrewTable crews;

    FigureTable(JdbcClient jdbc, CrewTable crews) {
        this.jdbc = jdbc;
        this.crews = crews;
    }

    SosFigures of(DisasterId disaster, Instant now) {
        List<Crew> onDuty = crews.list();
        int free = crews.free(now).size();
        return jdbc.sql("""
                        select count(*) filter (where state = 'waiting') as waiting,
                               count(*) filter (where state = 'sent') as sent,
                               count(*) filter (where state = 'acknowledged') as acknowledged,
                               count(*) filter (where state = 'on_the_way') as on_the_way,
                               count(*) filter (where state = 'not_found') as not_found,
                               count(*) filter (where state = 'reached') as reached,
                               count(*) filter (where state = 'false_alarm') as false_alarms,
                               count(*) filter (where ended_at is null and coordinators_since is not null) as coordinators,
                               min(opened_at) filter (where state in ('waiting', 'sent')) as oldest
                        from sos_call where disaster_id = ?""")
                .param(disaster.value())
                .query((rs, n) -> {
                    Timestamp oldest = rs.getTimestamp("oldest");
                    return new SosFigures(
                            rs.getInt("waiting"),
                            rs.getInt("sent"),
                            rs.getInt("acknowledged"),
                            rs.getInt("on_the_way"),
                            rs.getInt("not_found"),
                            rs.getInt("reached"),
                            rs.getInt("false_alarms"),
                            rs.getInt("coordinators"),
                            oldest == null
                                    ? null
                                    : Math.max(
                                            0,
                                            now.getEpochSecond()
                                                    - oldest.toInstant().getEpochSecond()),
                            onDuty.size(),
                            free);
                })
                .single();
    }
}
