package vn.reliefmap.commitment.internal;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.need.Carriers;

/** Teams with a live claim. */
@Component
class ClaimCarriers implements Carriers {
    private final JdbcClient jdbc;

    ClaimCarriers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean carries(UUID account, NeedId need) {
        return jdbc.sql("""
                        select exists (select from commitment c join commitment_line l on l.commitment_id = c.id
                                       where c.kind = 'claim' and c.holder = ? and c.ended_at is null and c.expires_at > now()
                                         and l.need_id = ? and l.outstanding > 0)""").params(account, need.value()).query(Boolean.class).single();
    }
}
