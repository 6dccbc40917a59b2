package vn.reliefmap.commitment.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.ClaimedHome;
import vn.reliefmap.commitment.ClaimedHome.Brings;
import vn.reliefmap.household.Households;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;

/** Reads the homes of a claim. */
@Component
class ClaimedHomes {
    private final JdbcClient jdbc;
    private final Households households;

    ClaimedHomes(JdbcClient jdbc, Households households) {
        this.jdbc = jdbc;
        this.households = households;
    }

    /**
     * Those with something outstanding, by household.
     *
     * @param after null = from the first one on
     */
    List<ClaimedHome> of(UUID claim, @Nullable HouseholdId after, int limit) {
        Map<HouseholdId, List<Brings>> brings = new LinkedHashMap<>();
        jdbc.sql("""
                        select n.household_id, l.need_id, n.item_code, l.outstanding
                        from commitment_line l join need n on n.id = l.need_id
                        where l.commitment_id = :claim and l.outstanding > 0 and n.household_id in (
                            select k.household_id from commitment_line m join need k on k.id = m.need_id
                            where m.commitment_id = :claim and m.outstanding > 0 and k.household_id > :after
                            group by k.household_id order by k.household_id limit :limit)
                        order by n.household_id, l.need_id""")
                .param("claim", claim)
                .param("after", after == null ? new UUID(0, 0) : after.value())
                .param("limit", limit)
                .query((rs, n) -> brings.computeIfAbsent(
                                new HouseholdId(rs.getObject("household_id", UUID.class)), id -> new ArrayList<>())
                        .add(new Brings(
                                new NeedId(rs.getObject("need_id", UUID.class)),
                                rs.getString("item_code"),
                                rs.getBigDecimal("outstanding"))))
                .list();
        List<ClaimedHome> homes = new ArrayList<>();
        brings.forEach((id, lines) -> households
                .find(id)
                .ifPresent(household -> homes.add(new ClaimedHome(household, households.contact(id), lines))));
        return homes;
    }
}
