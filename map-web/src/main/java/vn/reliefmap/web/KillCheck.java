package vn.reliefmap.web;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Holds what writers were told against what the database keeps. */
final class KillCheck {
    /** Ids of what the writers wrote, by kind; everything else of the kinds was there before. */
    private static final Map<String, String> KEPT = Map.of(
            "pledge", "select id from commitment where kind = 'pledge'",
            "claim", "select id from commitment where kind = 'claim'",
            "delivery", "select id from delivery",
            "stock_move", "select id from stock_move where moved_by is not null",
            "report", "select id from report");

    /** Each tells rows in which a sum is not what it should be. */
    private static final Map<String, String> LAWS = Map.of(
            "needs whose balances are not the sum of promises and deliveries", """
                    select count(*) from need n where to_give < 0 or to_carry < 0
                        or pledged <> (select coalesce(sum(outstanding), 0) from commitment_line l
                            join commitment c on c.id = l.commitment_id where c.kind = 'pledge' and l.need_id = n.id)
                        or claimed <> (select coalesce(sum(outstanding), 0) from commitment_line l
                            join commitment c on c.id = l.commitment_id where c.kind = 'claim' and l.need_id = n.id)
                        or delivered <> (select coalesce(sum(coalesce(received, quantity)), 0) from delivery_line l
                            where l.need_id = n.id)""",
            "stock that is not the sum of its moves", """
                    select count(*) from stock s where quantity <> (select coalesce(sum(change), 0) from stock_move m
                        where m.depot_id = s.depot_id and m.item_code = s.item_code)""",
            "acts that the ledger does not tell once", """
                    select count(*) from (
                        select (select count(*) from ledger_entry where entry::jsonb ->> 'kind' = 'pledged')
                             - (select count(*) from commitment where kind = 'pledge') as d
                        union all
                        select (select count(*) from ledger_entry where entry::jsonb ->> 'kind' = 'claimed')
                             - (select count(*) from commitment where kind = 'claim')
                        union all
                        select (select count(*) from ledger_entry where entry::jsonb ->> 'kind' = 'delivered')
                             - (select count(*) from delivery)) told where d <> 0""");

    private final JdbcClient jdbc;
    private final List<String> wrong = new ArrayList<>();

    KillCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is not right, in words; empty when all is. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Every acknowledged write is there once, and nothing that nobody was told of. */
    void rows(List<KillWriters.Acknowledged> acknowledged) {
        Map<String, Set<UUID>> told = acknowledged.stream()
                .collect(Collectors.groupingBy(
                        one -> one.act().kind(),
                        TreeMap::new,
                        Collectors.mapping(one -> one.act().id(), Collectors.toSet())));
        KEPT.forEach((kind, sql) -> {
            List<UUID> kept = jdbc.sql(sql).query(UUID.class).list();
            Set<UUID> lost = new HashSet<>(told.getOrDefault(kind, Set.of()));
            lost.removeAll(new HashSet<>(kept));
            Set<UUID> strange = new HashSet<>(kept);
            strange.removeAll(told.getOrDefault(kind, Set.of()));
            note(lost.size() + " acknowledged and lost: " + kind, lost.size());
            note(strange.size() + " kept and acknowledged to nobody: " + kind, strange.size());
            note("twice: " + kind, kept.size() - new HashSet<>(kept).size());
        });
        LAWS.forEach((law, sql) -> note(law, jdbc.sql(sql).query(Integer.class).single()));
    }

    /** The same request again gets the same answer, a changed one is refused. */
    void answers(List<KillWriters.Acknowledged> acknowledged, ActSender sender, int most) {
        int step = Math.max(1, acknowledged.size() / most);
        for (int i = 0; i < acknowledged.size(); i += step) {
            KillWriters.Acknowledged one = acknowledged.get(i);
            HttpResponse<String> again = sender.send(one.act(), one.token());
            boolean same = JsonMapper.shared()
                    .readTree(again.body())
                    .equals(JsonMapper.shared().readTree(one.answer()));
            note("another answer to the same request: " + one.act().kind(), same ? 0 : 1);
            Act changed = new Act(
                    one.act().kind(),
                    one.act().id(),
                    one.act().path(),
                    one.act().body().replaceFirst("(\"quantity\":|\"people\":)[0-9.]+", "$17"));
            note(
                    "a changed request was not refused: " + one.act().kind(),
                    sender.send(changed, one.token()).statusCode() == 409 ? 0 : 1);
        }
    }

    private void note(String what, int count) {
        if (count != 0) {
            wrong.add(count + " × " + what);
        }
    }
}
