package vn.reliefmap.need.internal;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose officers a home belongs to. */
@Component
public class HomeUnits {
    private final JdbcClient jdbc;

    HomeUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param code of the hamlet, else of the commune; null when nobody knows */
    public record Unit(@Nullable String code) {}

    /** Of the home that a need belongs to; empty when there is no such need. */
    public Optional<Unit> ofNeed(UUID need) {
        return find("join need n on n.household_id = h.id where n.id = ?", need);
    }

    /** Empty when there is no such household. */
    public Optional<Unit> ofHousehold(UUID household) {
        return find("where h.id = ?", household);
    }

    private Optional<Unit> find(String where, UUID id) {
        return jdbc.sql("select coalesce(h.hamlet_code, h.admin_code) as unit from household h " + where)
                .param(id)
                .query((rs, n) -> new Unit(rs.getString("unit")))
                .optional();
    }
}
