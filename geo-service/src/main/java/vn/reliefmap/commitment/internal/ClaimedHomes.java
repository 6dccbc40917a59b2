package vn.reliefmap.commitment.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.ClaimedHome;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;

/** Reads the homes of a claim. */
@Component
class ClaimedHomes {
    private final JdbcClient jdbc;

    ClaimedHomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those with something outstanding, by household. */
    List<ClaimedHome> of(UUID claim) {
        Map<UUID, ClaimedHome> homes = new LinkedHashMap<>();
        jdbc.sql("""
                        select h.id, h.people, h.vulnerable_people, h.admin_code, h.simulated, h.place_precision,
                               st_x(h.place) as lon, st_y(h.place) as lat, l.need_id
                        from commitment_line l join need n on n.id = l.need_id join household h on h.id = n.household_id
                        where l.commitment_id = ? and l.outstanding > 0 order by h.id, l.need_id""")
                .param(claim)
                .query((rs, n) -> {
                    UUID id = rs.getObject("id", UUID.class);
                    ClaimedHome home = homes.get(id);
                    if (home == null) {
                        home = new ClaimedHome(
                                new HouseholdId(id),
                                new LonLat(rs.getDouble("lon"), rs.getDouble("lat")),
                                rs.getString("place_precision").equals("approximate"),
                                rs.getInt("people"),
                                rs.getInt("vulnerable_people"),
                                rs.getString("admin_code"),
                                rs.getBoolean("simulated"),
                                new ArrayList<>());
                        homes.put(id, home);
                    }
                    return home.needs().add(new NeedId(rs.getObject("need_id", UUID.class)));
                })
                .list();
        return List.copyOf(homes.values());
    }
}
