package vn.reliefmap.need.internal;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Goods;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.need.Balances;
import vn.reliefmap.need.NeedLine;
import vn.reliefmap.need.NeedsShifted;
import vn.reliefmap.need.NeedsShifted.Shift;
import vn.reliefmap.report.Asked;
import vn.reliefmap.report.HomesMerged;
import vn.reliefmap.report.ReportConfirmed;
import vn.reliefmap.report.ReportHolds;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/**
 * Needs as confirmed reports tell them, in the transaction of the decision. The ledger is told of what is needed more or less, for
 * the whole disaster: with a commune, an entry would tell of one household.
 */
@Component
class ReportedNeeds {
    private final JdbcClient jdbc;
    private final Balances balances;
    private final Rations rations;
    private final Ledger ledger;
    private final Changes changes;
    private final ApplicationEventPublisher events;

    ReportedNeeds(
            JdbcClient jdbc,
            Balances balances,
            Rations rations,
            Ledger ledger,
            Changes changes,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.balances = balances;
        this.rations = rations;
        this.ledger = ledger;
        this.changes = changes;
        this.events = events;
    }

    @EventListener
    void confirmed(ReportConfirmed report) {
        Set<HouseholdId> homes = Set.of(report.household());
        Map<String, BigDecimal> before = needed(report.disaster(), homes);
        for (Asked asked : report.lines()) {
            BigDecimal quantity = rations.quantity(asked, report.people());
            line(report.disaster(), report.household(), asked.item(), report.urgency());
            jdbc.sql("""
                    insert into need_report (report_id, need_id, quantity, urgency, confirmed_at, deadline_at)
                    select :report, id, :quantity, :urgency, :at, :deadline from need
                    where disaster_id = :disaster and household_id = :household and item_code = :item
                    on conflict (report_id, need_id) do update set quantity = excluded.quantity, urgency = excluded.urgency,
                        confirmed_at = excluded.confirmed_at, deadline_at = excluded.deadline_at, holds = true""")
                    .param("report", report.report().value())
                    .param("quantity", quantity)
                    .param("urgency", report.urgency())
                    .param("at", Timestamp.from(report.at()))
                    .param(
                            "deadline",
                            report.deadline() == null ? null : Timestamp.from(report.deadline()),
                            Types.TIMESTAMP)
                    .param("disaster", report.disaster().value())
                    .param("household", report.household().value())
                    .param("item", asked.item())
                    .update();
        }
        follow(report.disaster(), homes);
        tell("confirmed", report.disaster(), before, needed(report.disaster(), homes));
    }

    /** What a report asked for is not needed on its word any more, or is again. */
    @EventListener
    void holds(ReportHolds report) {
        Set<HouseholdId> homes = Set.of(report.household());
        Map<String, BigDecimal> before = needed(report.disaster(), homes);
        jdbc.sql("update need_report set holds = ? where report_id = ?")
                .params(report.holds(), report.report().value())
                .update();
        follow(report.disaster(), homes);
        if (!report.holds()) {
            List<Shift> shifts = balances.lockOf(report.disaster(), homes).stream()
                    .map(line -> new Shift(line.id(), null))
                    .toList();
            events.publishEvent(new NeedsShifted(report.disaster(), shifts));
        }
        tell(report.holds() ? "confirmed" : "unconfirmed", report.disaster(), before, needed(report.disaster(), homes));
    }

    /** Two homes are one: what they need stands on the one that stays (see V221), or on each its own again. */
    @EventListener
    void merged(HomesMerged homes) {
        Set<HouseholdId> both = Set.of(homes.household(), homes.into());
        Map<String, BigDecimal> before = needed(homes.disaster(), both);
        Map<NeedId, NeedId> into = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        if (homes.together()) {
            balances.lockOf(homes.disaster(), Set.of(homes.household()))
                    .forEach(line -> line(
                            homes.disaster(),
                            homes.into(),
                            line.item(),
                            line.urgency().word()));
        }
        jdbc.sql("""
                        update need m set merged_into = case when :together then s.id end
                        from need s
                        where m.disaster_id = :disaster and s.disaster_id = :disaster and m.household_id = :household
                          and s.household_id = :into and s.item_code = m.item_code
                        returning m.id, s.id as into_id""")
                .param("together", homes.together())
                .param("disaster", homes.disaster().value())
                .param("household", homes.household().value())
                .param("into", homes.into().value())
                .query((rs, n) -> into.put(
                        new NeedId(rs.getObject("id", UUID.class)), new NeedId(rs.getObject("into_id", UUID.class))))
                .list();
        follow(homes.disaster(), both);
        List<Shift> shifts = new ArrayList<>();
        into.forEach(
                (merged, stays) -> shifts.add(homes.together() ? new Shift(merged, stays) : new Shift(stays, merged)));
        events.publishEvent(new NeedsShifted(homes.disaster(), shifts));
        tell(
                homes.together() ? "homes_merged" : "homes_parted",
                homes.disaster(),
                before,
                needed(homes.disaster(), both));
    }

    /** A line with nothing needed on it yet, when there is none. */
    private void line(DisasterId disaster, HouseholdId household, String item, String urgency) {
        jdbc.sql("""
                insert into need (id, household_id, disaster_id, item_code, needed, urgency, confirmed_at)
                values (gen_random_uuid(), :household, :disaster, :item, 0, :urgency, now())
                on conflict (disaster_id, household_id, item_code) do nothing""")
                .param("household", household.value())
                .param("disaster", disaster.value())
                .param("item", item)
                .param("urgency", urgency)
                .update();
    }

    /**
     * Lets lines follow from the reports that hold: the largest quantity; of those on merged lines too the highest urgency, the
     * earliest deadline and the latest confirmation.
     */
    private void follow(DisasterId disaster, Set<HouseholdId> homes) {
        jdbc.sql("""
                update need n set
                    reported = s.quantity, deadline_at = s.deadline_at,
                    confirmed_at = greatest(n.confirmed_at, s.confirmed_at),
                    urgency = coalesce((array['normal', 'high', 'critical'])[greatest(
                        s.urgency, array_position(array['normal', 'high', 'critical'], n.listed_urgency))], n.urgency)
                from (select l.id, max(r.quantity) filter (where r.need_id = l.id) as quantity, min(r.deadline_at) as deadline_at,
                             max(r.confirmed_at) as confirmed_at,
                             max(array_position(array['normal', 'high', 'critical'], r.urgency)) as urgency
                      from need l
                      left join need o on o.id = l.id or o.merged_into = l.id
                      left join need_report r on r.need_id = o.id and r.holds
                      where l.disaster_id = :disaster and l.household_id = any(:homes)
                      group by l.id) s
                where n.id = s.id""")
                .param("disaster", disaster.value())
                .param("homes", homes.stream().map(HouseholdId::value).toArray(UUID[]::new))
                .update();
        changes.announce(Topic.NEEDS);
    }

    private Map<String, BigDecimal> needed(DisasterId disaster, Set<HouseholdId> homes) {
        Map<String, BigDecimal> needed = new TreeMap<>();
        for (NeedLine line : balances.lockOf(disaster, homes)) {
            needed.merge(line.item(), line.needed(), BigDecimal::add);
        }
        return needed;
    }

    private void tell(String kind, DisasterId disaster, Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
        List<Goods> more = new ArrayList<>();
        List<Goods> less = new ArrayList<>();
        after.forEach((item, quantity) -> {
            BigDecimal change = quantity.subtract(before.getOrDefault(item, BigDecimal.ZERO));
            if (change.signum() > 0) {
                more.add(new Goods(null, item, change, null));
            } else if (change.signum() < 0) {
                less.add(new Goods(null, item, change.negate(), null));
            }
        });
        if (!less.isEmpty()) {
            ledger.append(
                    kind, Facts.of(disaster.value()).word("needed", "less").goods(less));
        }
        if (!more.isEmpty() || less.isEmpty()) {
            ledger.append(
                    kind, Facts.of(disaster.value()).word("needed", "more").goods(more));
        }
    }
}
