package vn.reliefmap.rescue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.rescue.Crew;

/** Crews as rows. */
@Component
class CrewTable {
    private static final String CREW = """
            select c.*, v.name, v.vehicle_class, v.simulated,
                   st_x(coalesce(c.place, d.place)) as lon, st_y(coalesce(c.place, d.place)) as lat,
                   exists (select 1 from sos_call s
                            where s.crew_id = c.id and s.state in ('sent', 'acknowledged', 'on_the_way')) as busy
            from crew c join vehicle v on v.id = c.vehicle_id join depot d on d.id = v.depot_id
            where c.ended_at is null""";

    private final JdbcClient jdbc;

    CrewTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the id is there already, or the vehicle is on duty. */
    boolean add(
            UUID id,
            UUID account,
            VehicleId vehicle,
            @Nullable LonLat place,
            boolean byTruck,
            Instant now,
            Instant until) {
        return jdbc.sql("""
                insert into crew (id, vehicle_id, account_id, place, placed_at, by_truck, since, until)
                values (:id, :vehicle, :account,
                        case when cast(:lon as double precision) is not null
                             then st_setsrid(st_makepoint(cast(:lon as double precision), cast(:lat as double precision)), 4326) end,
                        case when cast(:lon as double precision) is not null then cast(:now as timestamptz) end,
                        :truck, :now, :until)
                on conflict do nothing""")
                        .param("id", id)
                        .param("vehicle", vehicle.value())
                        .param("account", account)
                        .param("lon", place == null ? null : place.lon())
                        .param("lat", place == null ? null : place.lat())
                        .param("truck", byTruck)
                        .param("now", Timestamp.from(now))
                        .param("until", Timestamp.from(until))
                        .update()
                == 1;
    }

    void move(UUID id, LonLat place, Instant now, Instant until) {
        jdbc.sql("""
                update crew set place = st_setsrid(st_makepoint(:lon, :lat), 4326), placed_at = :now,
                                until = greatest(until, :until)
                where id = :id and ended_at is null""")
                .param("lon", place.lon())
                .param("lat", place.lat())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("id", id)
                .update();
    }

    boolean end(UUID id, Instant now) {
        return jdbc.sql("update crew set ended_at = ? where id = ? and ended_at is null")
                        .params(Timestamp.from(now), id)
                        .update()
                > 0;
    }

    Optional<Crew> find(UUID id) {
        return jdbc.sql(CREW + " and c.id = ?")
                .param(id)
                .query((rs, n) -> crew(rs))
                .optional();
    }

    List<Crew> list() {
        return jdbc.sql(CREW + " order by v.name, c.id")
                .query((rs, n) -> crew(rs))
                .list();
    }

    /** On duty, with a vehicle that runs, and neither asked for nor holding a call. */
    List<Crew> free(Instant now) {
        return jdbc
                .sql(CREW + " and c.until > ? and v.broken_since is null order by v.name, c.id")
                .param(Timestamp.from(now))
                .query((rs, n) -> crew(rs))
                .list()
                .stream()
                .filter(crew -> !crew.busy())
                .toList();
    }

    /** Locks the crew until the transaction ends; false when it is no longer free. */
    boolean lockFree(UUID id) {
        boolean there = jdbc.sql("""
                        select 1 from crew c join vehicle v on v.id = c.vehicle_id
                        where c.id = ? and c.ended_at is null and v.broken_since is null for update of c""").param(id).query((rs, n) -> n).optional().isPresent();
        return there && find(id).filter(crew -> !crew.busy()).isPresent();
    }

    /** Those whose duty is over by the clock, or whose vehicle is broken. */
    List<Gone> gone(Instant now) {
        return jdbc.sql("""
                        select c.id, v.broken_since is not null as broken from crew c join vehicle v on v.id = c.vehicle_id
                        where c.ended_at is null and (c.until <= ? or v.broken_since is not null)""")
                .param(Timestamp.from(now))
                .query((rs, n) -> new Gone(rs.getObject("id", UUID.class), rs.getBoolean("broken")))
                .list();
    }

    /** A crew that cannot be sent any more. */
    record Gone(UUID crew, boolean broken) {}

    /** The crews of an account that a call was sent to, on duty or not, the last one first. */
    List<UUID> askedOf(UUID account, UUID call) {
        return jdbc.sql("""
                        select c.id from sos_step s join crew c on c.id = s.crew_id
                        where s.call_id = ? and s.word = 'sent' and c.account_id = ?
                        group by c.id order by max(s.seq) desc""").params(call, account).query(UUID.class).list();
    }

    private static Crew crew(ResultSet rs) throws SQLException {
        Timestamp placed = rs.getTimestamp("placed_at");
        return new Crew(
                rs.getObject("id", UUID.class),
                new VehicleId(rs.getObject("vehicle_id", UUID.class)),
                rs.getString("name"),
                VehicleClass.parse(rs.getString("vehicle_class")),
                rs.getObject("account_id", UUID.class),
                new LonLat(rs.getDouble("lon"), rs.getDouble("lat")),
                placed == null ? null : placed.toInstant(),
                rs.getBoolean("by_truck"),
                rs.getBoolean("simulated"),
                rs.getTimestamp("since").toInstant(),
                rs.getTimestamp("until").toInstant(),
                rs.getBoolean("busy"));
    }
}
