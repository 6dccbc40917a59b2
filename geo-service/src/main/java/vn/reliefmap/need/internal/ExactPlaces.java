package vn.reliefmap.need.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.geo.LonLat;

/** Households and needs one by one, at their exact places; pages follow one another by id. */
@Component
public class ExactPlaces {
    private final JdbcClient jdbc;

    ExactPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One household with its needs in the filter's disaster (in all of them without one). */
    public record Home(
            UUID id,
            String ref,
            boolean simulated,
            int people,
            int vulnerablePeople,
            @Nullable String adminCode,
            @Nullable String hamletCode,
            LonLat place,
            String precision,
            List<Lack> lacks) {
        /** Whose officers it belongs to; null when nobody knows. */
        public @Nullable String unit() {
            return hamletCode == null ? adminCode : hamletCode;
        }
    }

    /** One line of need; quantities in the item's unit. */
    public record Lack(
            UUID id,
            UUID householdId,
            String item,
            BigDecimal needed,
            BigDecimal pledged,
            BigDecimal claimed,
            BigDecimal delivered,
            BigDecimal open,
            BigDecimal toGive,
            BigDecimal toCarry,
            String urgency,
            Instant confirmedAt) {}

    /** One line of need at its household's place. */
    public record PlacedLack(
            Lack lack,
            LonLat place,
            String precision,
            boolean simulated,
            @Nullable String adminCode) {}

    /** One more than the filter's limit when there is a next page. Households of the disaster's own kind, and others
     * that have a need in it. */
    public List<Home> homes(PlaceFilter filter) {
        String ofDisaster = filter.disaster() == null ? "" : """
                   and (h.simulated = :simulated
                        or exists (select from need n where n.household_id = h.id and n.disaster_id = :disaster))
                  """;
        List<Home> homes = jdbc.sql("""
                        select h.id, h.ref, h.simulated, h.people, h.vulnerable_people, h.admin_code, h.hamlet_code,
                               st_x(h.place) as lon, st_y(h.place) as lat, h.place_precision
                        from household h where h.standing and h.id > :after
                        """ + filter.householdConditions() + ofDisaster + " order by h.id limit :limit")
                .params(filter.parameters())
                .query((rs, n) -> new Home(
                        rs.getObject("id", UUID.class),
                        rs.getString("ref"),
                        rs.getBoolean("simulated"),
                        rs.getInt("people"),
                        rs.getInt("vulnerable_people"),
                        rs.getString("admin_code"),
                        rs.getString("hamlet_code"),
                        new LonLat(rs.getDouble("lon"), rs.getDouble("lat")),
                        rs.getString("place_precision"),
                        new ArrayList<>()))
                .list();
        Map<UUID, Home> byId = new LinkedHashMap<>();
        homes.forEach(h -> byId.put(h.id(), h));
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        parameters.put("ids", byId.keySet().toArray(UUID[]::new));
        jdbc.sql("select n.* from need n where n.household_id = any(:ids)"
                        + (filter.disaster() == null ? "" : " and n.disaster_id = :disaster")
                        + " order by n.item_code")
                .params(parameters)
                .query((rs, n) -> lack(rs))
                .list()
                .forEach(lack -> Objects.requireNonNull(byId.get(lack.householdId()))
                        .lacks()
                        .add(lack));
        return homes;
    }

    /**
     * One more than the filter's limit when there is a next page.
     *
     * @param item null = every item
     * @param open true = only what is still lacking, false = only what is not, null = both
     */
    public List<PlacedLack> lacks(PlaceFilter filter, @Nullable String item, @Nullable Boolean open) {
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        StringBuilder sql = new StringBuilder("""
                select n.*, h.simulated, h.admin_code, h.place_precision, st_x(h.place) as lon, st_y(h.place) as lat
                from need n join household h on h.id = n.household_id
                where n.id > :after
                """);
        sql.append(filter.householdConditions());
        if (filter.disaster() != null) {
            sql.append(" and n.disaster_id = :disaster");
        }
        if (item != null) {
            sql.append(" and n.item_code = :item");
            parameters.put("item", item);
        }
        if (open != null) {
            sql.append(open ? " and n.open_quantity > 0" : " and n.open_quantity = 0");
        }
        return jdbc.sql(sql.append(" order by n.id limit :limit").toString())
                .params(parameters)
                .query((rs, n) -> new PlacedLack(
                        lack(rs),
                        new LonLat(rs.getDouble("lon"), rs.getDouble("lat")),
                        rs.getString("place_precision"),
                        rs.getBoolean("simulated"),
                        rs.getString("admin_code")))
                .list();
    }

    /** What one household needs, in all disasters. */
    public List<Lack> lacksOf(UUID household) {
        return jdbc.sql("select * from need where household_id = ? order by created_at, item_code")
                .param(household)
                .query((rs, n) -> lack(rs))
                .list();
    }

    private static Lack lack(ResultSet rs) throws SQLException {
        return new Lack(
                rs.getObject("id", UUID.class),
                rs.getObject("household_id", UUID.class),
                rs.getString("item_code"),
                rs.getBigDecimal("needed"),
                rs.getBigDecimal("pledged"),
                rs.getBigDecimal("claimed"),
                rs.getBigDecimal("delivered"),
                rs.getBigDecimal("open_quantity"),
                rs.getBigDecimal("to_give"),
                rs.getBigDecimal("to_carry"),
                rs.getString("urgency"),
                rs.getTimestamp("confirmed_at").toInstant());
    }
}
