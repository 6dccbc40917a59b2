package vn.reliefmap.commitment.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.Campaign;
import vn.reliefmap.commitment.CampaignOrder;
import vn.reliefmap.commitment.Campaigns;
import vn.reliefmap.commitment.CashOrder;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.store.OnceOnly;

/** Campaigns and their cash as tables; the cash itself is somewhere else. */
@Component
class RecordedCampaigns implements Campaigns {
    private static final int LONGEST_NAME = 120;
    private static final BigDecimal MOST_VND = new BigDecimal("1e15");
    private static final String CAMPAIGN = """
            select c.*, coalesce((select sum(amount_vnd) from campaign_cash m where m.campaign_id = c.id), 0) as cash_vnd
            from campaign c
            """;

    private final JdbcClient jdbc;
    private final Asked asked;
    private final Ledger ledger;
    private final OnceOnly onceOnly;

    RecordedCampaigns(JdbcClient jdbc, Asked asked, Ledger ledger, OnceOnly onceOnly) {
        this.jdbc = jdbc;
        this.asked = asked;
        this.ledger = ledger;
        this.onceOnly = onceOnly;
    }

    @Override
    public Campaign open(UUID account, CampaignOrder order) {
        return onceOnly.answer(account.toString(), order.id(), order, Campaign.class, () -> opened(account, order));
    }

    private Campaign opened(UUID account, CampaignOrder order) {
        asked.requireOpen(order.disaster());
        String name = order.name().strip();
        require(!name.isEmpty() && name.length() <= LONGEST_NAME, "name", "1 to " + LONGEST_NAME + " characters");
        require(
                order.account() == null || order.account().length() <= LONGEST_NAME,
                "account",
                "at most " + LONGEST_NAME + " characters");
        require(order.goalVnd() == null || amount(order.goalVnd()), "goal_vnd", "whole đồng, above 0");
        require(
                order.endsOn() == null || !order.endsOn().isBefore(order.startsOn()),
                "ends_on",
                "a day not before starts_on");
        PublicCode code = PublicCode.random();
        int added = jdbc.sql("""
                insert into campaign (id, code, disaster_id, name, account, goal_vnd, starts_on, ends_on, opened_by)
                values (:id, :code, :disaster, :name, :account, :goal, :starts, :ends, :by) on conflict do nothing""")
                .param("id", order.id())
                .param("code", code.value())
                .param("disaster", order.disaster().value())
                .param("name", name)
                .param("account", order.account())
                .param("goal", order.goalVnd())
                .param("starts", order.startsOn())
                .param("ends", order.endsOn())
                .param("by", account)
                .update();
        if (added == 0) {
            throw OnceOnly.taken().asException();
        }
        Facts facts = Facts.of(order.disaster().value()).code("campaign", code);
        ledger.append(
                "campaign_opened",
                order.goalVnd() == null
                        ? facts
                        : facts.count("goal_vnd", order.goalVnd().longValueExact()));
        return get(order.id());
    }

    @Override
    public Campaign record(UUID account, CashOrder order) {
        return onceOnly.answer(account.toString(), order.id(), order, Campaign.class, () -> recorded(account, order));
    }

    private Campaign recorded(UUID account, CashOrder order) {
        Campaign campaign = get(order.campaign());
        require(amount(order.amountVnd()), "amount_vnd", "whole đồng, above 0");
        int added = jdbc.sql("""
                insert into campaign_cash (id, campaign_id, amount_vnd, received_on, recorded_by) values (?, ?, ?, ?, ?)
                on conflict do nothing""")
                .params(order.id(), order.campaign(), order.amountVnd(), order.receivedOn(), account)
                .update();
        if (added == 0) {
            throw OnceOnly.taken().asException();
        }
        ledger.append(
                "cash_recorded",
                Facts.of(campaign.disaster().value())
                        .code("campaign", campaign.code())
                        .count("amount_vnd", order.amountVnd().longValueExact()));
        return get(order.campaign());
    }

    @Override
    public Campaign get(UUID id) {
        return jdbc.sql(CAMPAIGN + "where c.id = ?")
                .param(id)
                .query(RecordedCampaigns::campaign)
                .optional()
                .orElseThrow(() -> Campaigns.notFound().asException());
    }

    @Override
    public List<Campaign> list(DisasterId disaster) {
        return jdbc.sql(CAMPAIGN + "where c.disaster_id = ? order by c.opened_at desc, c.id")
                .param(disaster.value())
                .query(RecordedCampaigns::campaign)
                .list();
    }

    private static boolean amount(BigDecimal vnd) {
        return vnd.signum() > 0 && vnd.stripTrailingZeros().scale() <= 0 && vnd.compareTo(MOST_VND) < 0;
    }

    private static void require(boolean right, String field, String expected) {
        if (!right) {
            throw Problem.badField(
                            "CAMPAIGN_FORM",
                            field,
                            expected,
                            "Đợt vận động chưa đúng ở “" + field + "”.",
                            "The campaign is not right at \"" + field + "\".")
                    .asException();
        }
    }

    private static Campaign campaign(ResultSet rs, int n) throws SQLException {
        @Nullable LocalDate ends = rs.getObject("ends_on", LocalDate.class);
        return new Campaign(
                rs.getObject("id", UUID.class),
                new PublicCode(rs.getString("code")),
                new DisasterId(rs.getObject("disaster_id", UUID.class)),
                rs.getString("name"),
                rs.getString("account"),
                rs.getBigDecimal("goal_vnd"),
                rs.getObject("starts_on", LocalDate.class),
                ends,
                rs.getBigDecimal("cash_vnd"));
    }
}
