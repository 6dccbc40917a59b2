package vn.reliefmap.need.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.disaster.Disaster;

/** The households of an officer's units: those that stand there now, and those that live there and are in a shelter elsewhere. */
@Component
public class UnitHomes {
    private static final String HOMES = """
            select h.id, h.ref, h.simulated, h.people, h.vulnerable_people, h.address, h.place_precision, h.shelter_id,
                   s.name as shelter_name, coalesce(h.hamlet_code, h.admin_code) as now_unit,
                   case when h.shelter_id is null then h.hamlet_code else h.home_hamlet_code end as hamlet,
                   case when h.shelter_id is null then h.admin_code else h.home_admin_code end as commune
            from household h left join shelter s on s.id = h.shelter_id
            where h.standing and h.erased_at is null and h.id > :after
              and (h.simulated = :simulated
                   or exists (select from need n where n.household_id = h.id and n.disaster_id = :disaster))
            """;
    /** Each branch has an index of its own: only families in a shelter have a home elsewhere. */
    private static final String OF_UNITS = """
              and (h.admin_code = any(:units) or h.hamlet_code = any(:units)
                   or (h.shelter_id is not null
                       and (h.home_admin_code = any(:units) or h.home_hamlet_code = any(:units))))
            """;

    private final JdbcClient jdbc;

    UnitHomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One household.
     *
     * @param nowUnit where it is: code of hamlet or commune; null when nobody knows
     * @param hamlet and {@code commune}: where it lives
     * @param shelter where it stays; null at home
     */
    public record Home(
            UUID id,
            String ref,
            boolean simulated,
            int people,
            int vulnerablePeople,
            String address,
            boolean approximate,
            @Nullable String nowUnit,
            @Nullable String hamlet,
            @Nullable String commune,
            @Nullable UUID shelter,
            @Nullable String shelterName,
            List<Line> lines) {}

    /** One line of need in the disaster, quantities in the item's unit. */
    public record Line(String item, BigDecimal needed, BigDecimal open, String urgency, Instant confirmedAt) {}

    /**
     * By id; one more than the limit when there is a next page.
     *
     * @param units codes of hamlets and communes; null = everywhere
     */
    public List<Home> list(Disaster disaster, @Nullable Set<String> units, @Nullable UUID after, int limit) {
        JdbcClient.StatementSpec query = jdbc.sql(
                        HOMES + (units == null ? "" : OF_UNITS) + " order by h.id limit :limit")
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("simulated", disaster.simulated())
                .param("disaster", disaster.id().value())
                .param("limit", limit + 1);
        List<Home> homes = (units == null ? query : query.param("units", units.toArray(String[]::new)))
                .query((rs, n) -> home(rs))
                .list();
        Map<UUID, Home> byId = new LinkedHashMap<>();
        homes.forEach(home -> byId.put(home.id(), home));
        jdbc.sql("""
                        select household_id, item_code, needed, open_quantity, urgency, confirmed_at from need
                        where household_id = any(:ids) and disaster_id = :disaster and needed > 0 order by item_code""")
                .param("ids", byId.keySet().toArray(UUID[]::new))
                .param("disaster", disaster.id().value())
                .query(rs -> {
                    Objects.requireNonNull(byId.get(rs.getObject("household_id", UUID.class)))
                            .lines()
                            .add(new Line(
                                    rs.getString("item_code"),
                                    rs.getBigDecimal("needed"),
                                    rs.getBigDecimal("open_quantity"),
                                    rs.getString("urgency"),
                                    rs.getTimestamp("confirmed_at").toInstant()));
                });
        return homes;
    }

    private static Home home(ResultSet rs) throws SQLException {
        String address = rs.getString("address");
        return new Home(
                rs.getObject("id", UUID.class),
                rs.getString("ref"),
                rs.getBoolean("simulated"),
                rs.getInt("people"),
                rs.getInt("vulnerable_people"),
                address == null ? "" : address,
                rs.getString("place_precision").equals("approximate"),
                rs.getString("now_unit"),
                rs.getString("hamlet"),
                rs.getString("commune"),
                rs.getObject("shelter_id", UUID.class),
                rs.getString("shelter_name"),
                new ArrayList<>());
    }
}
