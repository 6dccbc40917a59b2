package vn.reliefmap.cluster.internal;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.household.Displacement;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;

/**
 * Published households for registered donors: at a displaced point, with what they lack and no quantity (amounts would tell
 * which cell a household is in). Not shown are whoever has no five households within 800 m, is in a shelter, was erased or
 * whose place nobody knows exactly: from the point at the commune's middle one would learn the way to the home later.
 */
@Component
public class DisplacedHomes {
    private static final int FEWEST_NEAR = 5;
    /** A little more than the displacement at the latitudes of Vietnam. */
    private static final double MARGIN_DEGREES = 0.009;

    private final JdbcClient jdbc;
    private final Displacement displacement;

    DisplacedHomes(JdbcClient jdbc, Displacement displacement) {
        this.jdbc = jdbc;
        this.displacement = displacement;
    }

    /** @param lacks items that are still lacking, with the urgency of each */
    public record Shown(String name, LonLat point, String commune, List<Lacking> lacks) {}

    public record Lacking(String item, String urgency) {}

    private record Near(UUID id, LonLat place, String commune, List<Lacking> lacks) {}

    /** Those whose displaced point lies in the box, in an order that says nothing of their places. */
    public List<Shown> in(DisasterId disaster, Bbox box, @Nullable String item) {
        List<Shown> shown = new ArrayList<>();
        for (Near home : near(disaster, box)) {
            HouseholdId id = new HouseholdId(home.id());
            displacement
                    .of(id, home.place(), home.commune())
                    .filter(point -> contains(box, point))
                    .ifPresent(point -> {
                        if (home.lacks().stream()
                                .anyMatch(lack -> item == null || lack.item().equals(item))) {
                            shown.add(new Shown(displacement.nameOf(id), point, home.commune(), home.lacks()));
                        }
                    });
        }
        shown.sort(Comparator.comparing(Shown::name));
        return shown;
    }

    private List<Near> near(DisasterId disaster, Bbox box) {
        return jdbc.sql("""
                        select h.id, st_x(h.place) as lon, st_y(h.place) as lat, h.admin_code,
                               (select array_agg(n.item_code || ' ' || n.urgency order by n.item_code)
                                from published_need n
                                where n.disaster_id = p.disaster_id and n.household_id = p.household_id
                                  and n.needed > n.delivered) as lacks
                        from published_home p
                        join published_cell c on c.id = p.cell_id
                        join household h on h.id = p.household_id and h.admin_code = c.admin_code
                        where p.disaster_id = :disaster and not h.simulated and h.standing
                          and h.shelter_id is null and h.erased_at is null
                          and h.place_precision = 'exact'
                          and h.place && st_expand(st_makeenvelope(:west, :south, :east, :north, 4326), :margin)
                          and (select count(*) from (
                                   select from household o
                                   where not o.simulated and o.standing and o.place && st_expand(h.place, :margin)
                                     and st_distancesphere(o.place, h.place) <= :metres
                                   limit :fewest) near) >= :fewest""")
                .param("disaster", disaster.value())
                .param("west", box.minLon())
                .param("south", box.minLat())
                .param("east", box.maxLon())
                .param("north", box.maxLat())
                .param("margin", MARGIN_DEGREES)
                .param("metres", Displacement.FARTHEST_M)
                .param("fewest", FEWEST_NEAR)
                .query((rs, n) -> new Near(
                        rs.getObject("id", UUID.class),
                        new LonLat(rs.getDouble("lon"), rs.getDouble("lat")),
                        rs.getString("admin_code"),
                        lacks(rs.getArray("lacks"))))
                .list();
    }

    private static List<Lacking> lacks(@Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((String[]) array.getArray())
                        .map(text -> text.split(" ", 2))
                        .map(parts -> new Lacking(parts[0], parts[1]))
                        .toList();
    }

    private static boolean contains(Bbox box, LonLat point) {
        return point.lon() >= box.minLon()
                && point.lon() <= box.maxLon()
                && point.lat() >= box.minLat()
                && point.lat() <= box.maxLat();
    }
}
