package vn.reliefmap.household.internal;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose officers a household belongs to: where it is now, and where it lives. */
@Component
public class HomeOf {
    private final JdbcClient jdbc;

    HomeOf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Codes of hamlet or commune; null when nobody knows. Both are the same while it is at home. */
    public record Units(@Nullable String now, @Nullable String home) {}

    /** Empty when there is no such household. */
    public Optional<Units> units(UUID household) {
        return jdbc.sql("""
                        select coalesce(hamlet_code, admin_code) as now,
                               case when shelter_id is null then coalesce(hamlet_code, admin_code)
                                    else coalesce(home_hamlet_code, home_admin_code) end as home
                        from household where id = ?""")
                .param(household)
                .query((rs, n) -> new Units(rs.getString("now"), rs.getString("home")))
                .optional();
    }
}
