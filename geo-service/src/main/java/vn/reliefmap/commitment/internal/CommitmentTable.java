package vn.reliefmap.commitment.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Scope;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.Ended;
import vn.reliefmap.commitment.Progress;
import vn.reliefmap.commitment.Term;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.PublicCode;

/** Pledges and claims as rows, and their lines. */
@Component
class CommitmentTable {
    private final JdbcClient jdbc;

    CommitmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A pledge or a claim without its lines. */
    record Row(
            UUID id,
            Kind kind,
            PublicCode code,
            DisasterId disaster,
            UUID holder,
            @Nullable UUID campaign,
            String placeKind,
            @Nullable String place,
            Term term,
            Claim.@Nullable Tour tour) {
        /** A new one with a code of its own, from now on for as long as it lasts. */
        static Row begun(
                UUID id,
                Kind kind,
                DisasterId disaster,
                UUID holder,
                @Nullable UUID campaign,
                String placeKind,
                @Nullable String place,
                Claim.@Nullable Tour tour,
                Duration lasts) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            Term term = new Term(now, now.plus(lasts), null, null);
            return new Row(id, kind, PublicCode.random(), disaster, holder, campaign, placeKind, place, term, tour);
        }
    }

    /**
     * @param commune of the household; null in none
     * @param unit its hamlet, or its commune; null when nobody knows
     */
    record Line(
            UUID commitment,
            NeedId need,
            HouseholdId household,
            @Nullable String commune,
            @Nullable String unit,
            String item,
            Progress progress) {}

    void add(Row row, Map<NeedId, BigDecimal> amounts) {
        jdbc.sql("""
                insert into commitment (id, kind, code, disaster_id, holder, campaign_id, place_kind, place, promised_at,
                                        expires_at, plan_id, tour)
                values (:id, :kind, :code, :disaster, :holder, :campaign, :placeKind, :place, :promised, :expires, :plan,
                        :tour)""")
                .param("plan", row.tour() == null ? null : row.tour().plan().value())
                .param("tour", row.tour() == null ? null : row.tour().number())
                .param("id", row.id())
                .param("kind", row.kind().word())
                .param("code", row.code().value())
                .param("disaster", row.disaster().value())
                .param("holder", row.holder())
                .param("campaign", row.campaign())
                .param("placeKind", row.placeKind())
                .param("place", row.place())
                .param("promised", Timestamp.from(row.term().promisedAt()))
                .param("expires", Timestamp.from(row.term().expiresAt()))
                .update();
        List<Map.Entry<NeedId, BigDecimal>> each = List.copyOf(amounts.entrySet());
        jdbc.sql("""
                insert into commitment_line (commitment_id, need_id, promised)
                select :id, c.need, c.amount from unnest(:needs, cast(:amounts as numeric[])) as c (need, amount)""")
                .param("id", row.id())
                .param("needs", each.stream().map(e -> e.getKey().value()).toArray(UUID[]::new))
                .param(
                        "amounts",
                        each.stream().map(e -> e.getValue().toPlainString()).toArray(String[]::new))
                .update();
    }

    boolean exists(UUID id) {
        return jdbc.sql("select exists (select from commitment where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Empty when there is none of the kind. */
    Optional<Row> find(Kind kind, UUID id) {
        return jdbc.sql("select * from commitment where id = :id and kind = :kind")
                .param("id", id)
                .param("kind", kind.word())
                .query(CommitmentTable::row)
                .optional();
    }

    /** Locked until the transaction ends; lock its lines of need before. */
    Row lock(UUID id) {
        return jdbc.sql("select * from commitment where id = :id for update")
                .param("id", id)
                .query(CommitmentTable::row)
                .single();
    }

    /** The newest first, one more than asked for if there are more. */
    List<Row> list(Kind kind, DisasterId disaster, Scope whose, PageAsk ask) {
        Map<String, Object> parameters = new HashMap<>();
        String conditions = "";
        if (whose instanceof Scope.Own own) {
            conditions = " and c.holder = :holder";
            parameters.put("holder", own.account());
        } else if (whose instanceof Scope.Units units) {
            conditions = " " + """
                     and (c.holder = :holder or exists (select from commitment_line l join need n on n.id = l.need_id
                                        join household h on h.id = n.household_id
                                  where l.commitment_id = c.id
                                    and (h.admin_code = any(:units) or h.hamlet_code = any(:units))))""";
            parameters.put("holder", units.account());
            parameters.put("units", units.codes().toArray(String[]::new));
        }
        PageAsk.Key after = ask.after();
        if (after != null) {
            conditions += " and (c.promised_at, c.id) < (:at, :id)";
            parameters.put("at", Timestamp.from(after.at()));
            parameters.put("id", after.id());
        }
        return jdbc.sql("select c.* from commitment c where c.kind = :kind and c.disaster_id = :disaster" + conditions
                        + " order by c.promised_at desc, c.id desc limit :limit")
                .params(parameters)
                .param("kind", kind.word())
                .param("disaster", disaster.value())
                .param("limit", ask.limit() + 1)
                .query(CommitmentTable::row)
                .list();
    }

    /** Claims on tours of the plan, the oldest first. */
    List<Row> ofPlan(PlanId plan) {
        return jdbc.sql("select * from commitment where plan_id = ? order by promised_at, id")
                .param(plan.value())
                .query(CommitmentTable::row)
                .list();
    }

    /** Those with a claim on one of their tours that lives. */
    Set<PlanId> plansUnderWay(DisasterId disaster, Instant now) {
        return jdbc.sql("""
                select distinct plan_id from commitment
                where disaster_id = :disaster and plan_id is not null and ended_at is null and expires_at > :now""")
                .param("disaster", disaster.value())
                .param("now", Timestamp.from(now))
                .query((rs, n) -> new PlanId(rs.getObject("plan_id", UUID.class)))
                .set();
    }

    /** What the team is called that holds a claim; empty when it is no team's account. */
    Optional<String> teamName(UUID holder) {
        return jdbc.sql("select name from account where id = ? and role = 'team'")
                .param(holder)
                .query(String.class)
                .optional();
    }

    /** Ids of what should have ended, the oldest first, a few hundred at most. */
    List<UUID> expired(Instant now) {
        return jdbc.sql("""
                        select id from commitment where ended_at is null and expires_at <= :now
                        order by expires_at limit 500""").param("now", Timestamp.from(now)).query(UUID.class).list();
    }

    int live(Kind kind, UUID holder) {
        return jdbc.sql("select count(*) from commitment where kind = ? and holder = ? and ended_at is null")
                .params(kind.word(), holder)
                .query(Integer.class)
                .single();
    }

    /** Keeps others from adding to what the holder has until the transaction ends. */
    void lockHolder(UUID holder) {
        jdbc.sql("select id from account where id = ? for no key update")
                .param(holder)
                .query(UUID.class)
                .single();
    }

    /** By commitment; those without a line are left out. */
    Map<UUID, List<Line>> lines(Collection<UUID> commitments) {
        Map<UUID, List<Line>> lines = new LinkedHashMap<>();
        jdbc.sql("""
                        select l.commitment_id, l.need_id, n.household_id, h.admin_code, coalesce(h.hamlet_code, h.admin_code) as unit, n.item_code, l.promised, l.outstanding, l.delivered,
                               l.released
                        from commitment_line l join need n on n.id = l.need_id join household h on h.id = n.household_id
                        where l.commitment_id = any(:ids) order by l.commitment_id, l.need_id""")
                .param("ids", commitments.toArray(UUID[]::new))
                .query((rs, n) -> new Line(
                        rs.getObject("commitment_id", UUID.class),
                        new NeedId(rs.getObject("need_id", UUID.class)),
                        new HouseholdId(rs.getObject("household_id", UUID.class)),
                        rs.getString("admin_code"),
                        rs.getString("unit"),
                        rs.getString("item_code"),
                        new Progress(
                                rs.getBigDecimal("promised"),
                                rs.getBigDecimal("outstanding"),
                                rs.getBigDecimal("delivered"),
                                rs.getBigDecimal("released"))))
                .list()
                .forEach(line -> lines.computeIfAbsent(line.commitment(), id -> new ArrayList<>())
                        .add(line));
        return lines;
    }

    List<Line> lines(UUID commitment) {
        return lines(List.of(commitment)).getOrDefault(commitment, List.of());
    }

    /** What is outstanding becomes released, and it is over. */
    void end(UUID id, Ended why, Instant at) {
        jdbc.sql(
                        "update commitment_line set released = released + outstanding where commitment_id = ? and outstanding > 0")
                .param(id)
                .update();
        jdbc.sql("update commitment set ended_at = ?, ended_why = ? where id = ?")
                .params(Timestamp.from(at), why.word(), id)
                .update();
    }

    /** What is outstanding of a promise on one line of need. */
    record Open(UUID commitment, PublicCode code, NeedId need, BigDecimal outstanding) {
        Open with(BigDecimal amount) {
            return new Open(commitment, code, need, amount);
        }
    }

    /** Locks all pledges that have something outstanding on the needs; lock the needs before. */
    void lockOpenPledges(Collection<NeedId> needs) {
        jdbc.sql("""
                        select c.id from commitment c
                        where c.kind = 'pledge' and c.id in (
                            select commitment_id from commitment_line where need_id = any(:needs) and outstanding > 0)
                        order by c.id for update""").param("needs", ids(needs)).query(UUID.class).list();
    }

    /** Those whose goods were received at a depot first, then the oldest. */
    List<Open> openPledges(Collection<NeedId> needs) {
        return jdbc.sql("""
                        select c.id, c.code, l.need_id, l.outstanding
                        from commitment_line l join commitment c on c.id = l.commitment_id
                        where c.kind = 'pledge' and l.need_id = any(:needs) and l.outstanding > 0
                        order by exists (select from stock_move m where m.gift = c.code) desc, c.promised_at, c.id""")
                .param("needs", ids(needs))
                .query((rs, n) -> new Open(
                        rs.getObject("id", UUID.class),
                        new PublicCode(rs.getString("code")),
                        new NeedId(rs.getObject("need_id", UUID.class)),
                        rs.getBigDecimal("outstanding")))
                .list();
    }

    /** Counts amounts of promises as delivered; a promise with nothing outstanding is over. */
    void deliver(List<Open> amounts, Instant at) {
        UUID[] commitments = amounts.stream().map(Open::commitment).toArray(UUID[]::new);
        jdbc.sql("""
                        update commitment_line l set delivered = l.delivered + c.amount
                        from unnest(:commitments, :needs, cast(:amounts as numeric[])) as c (commitment, need, amount)
                        where l.commitment_id = c.commitment and l.need_id = c.need""")
                .param("commitments", commitments)
                .param("needs", ids(amounts.stream().map(Open::need).toList()))
                .param(
                        "amounts",
                        amounts.stream()
                                .map(a -> a.outstanding().toPlainString())
                                .toArray(String[]::new))
                .update();
        jdbc.sql("""
                        update commitment c set ended_at = :at, ended_why = 'delivered'
                        where c.id = any(:commitments) and c.ended_at is null and not exists (
                            select from commitment_line l where l.commitment_id = c.id and l.outstanding > 0)""")
                .param("commitments", commitments)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static UUID[] ids(Collection<NeedId> needs) {
        return needs.stream().map(NeedId::value).toArray(UUID[]::new);
    }

    private static Row row(ResultSet rs, int n) throws SQLException {
        Timestamp ended = rs.getTimestamp("ended_at");
        String why = rs.getString("ended_why");
        UUID plan = rs.getObject("plan_id", UUID.class);
        return new Row(
                rs.getObject("id", UUID.class),
                Kind.of(rs.getString("kind")),
                new PublicCode(rs.getString("code")),
                new DisasterId(rs.getObject("disaster_id", UUID.class)),
                rs.getObject("holder", UUID.class),
                rs.getObject("campaign_id", UUID.class),
                rs.getString("place_kind"),
                rs.getString("place"),
                new Term(
                        rs.getTimestamp("promised_at").toInstant(),
                        rs.getTimestamp("expires_at").toInstant(),
                        ended == null ? null : ended.toInstant(),
                        why == null ? null : Ended.of(why)),
                plan == null ? null : new Claim.Tour(new PlanId(plan), rs.getInt("tour")));
    }
}
