package vn.reliefmap.access.internal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Callers;
import vn.reliefmap.access.Looks;

/** The log of looks in PostGIS. */
@Component
class PostgresLooks implements Looks {
    private final JdbcClient jdbc;

    PostgresLooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void remember(Collection<UUID> households, What what, String why) {
        if (households.isEmpty()) {
            return;
        }
        Account looker = Callers.account()
                .orElseThrow(() -> new IllegalStateException("a real home was to be shown to nobody in particular"));
        // In order, so that two lists read at once wait for each other and never in a circle.
        jdbc.sql("""
                insert into look (account_id, household_id, what, why)
                select :account, household, :what, :why from unnest(:households) as household order by household
                on conflict (account_id, household_id, what, why, hour) do nothing""")
                .param("account", looker.id())
                .param("households", households.toArray(UUID[]::new))
                .param("what", what.word())
                .param("why", why)
                .update();
    }

    @Override
    public List<Look> list(@Nullable UUID household, @Nullable UUID account, @Nullable Long before, int limit) {
        return jdbc.sql("select l.*, a.name from look l join account a on a.id = l.account_id where l.id < :before"
                        + (household == null ? "" : " and l.household_id = :household")
                        + (account == null ? "" : " and l.account_id = :account")
                        + " order by l.id desc limit :limit")
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("household", household)
                .param("account", account)
                .param("limit", limit)
                .query((rs, n) -> new Look(
                        rs.getLong("id"),
                        rs.getObject("account_id", UUID.class),
                        rs.getString("name"),
                        rs.getObject("household_id", UUID.class),
                        What.valueOf(rs.getString("what").toUpperCase(Locale.ROOT)),
                        rs.getString("why"),
                        rs.getTimestamp("looked_at").toInstant()))
                .list();
    }
}
