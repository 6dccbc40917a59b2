package vn.reliefmap.household.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two bare tables of the current transaction that rows stream into by COPY, a few thousand at a time; they get their
 * index when all rows are in.
 */
final class StagingTables {
    private static final int ROWS_PER_COPY = 5_000;
    private static final String CREATE = """
            create temp table staged_household (
                row_number bigint not null, id uuid not null, ref text not null, name_sealed bytea,
                phone_sealed bytea, people integer not null, vulnerable_people integer, address text,
                admin_code text, admin_valid_from date, hamlet_code text, by_name boolean not null, lon double precision not null,
                lat double precision not null, place_precision text not null
            ) on commit drop;
            create temp table staged_need (
                row_number bigint not null, household_id uuid not null, item_code text not null,
                quantity numeric(14, 3) not null, urgency text, confirmed_at timestamptz
            ) on commit drop;
            """;
    private static final String FINISH = """
            create index on staged_household (id);
            create index on staged_household (row_number);
            create index on staged_need (row_number);
            create index on staged_need (household_id);
            analyze staged_household;
            analyze staged_need;
            """;

    private final JdbcTemplate jdbc;
    private final StringBuilder households = new StringBuilder();
    private final StringBuilder needs = new StringBuilder();
    private int waiting;

    StagingTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute(CREATE);
    }

    void add(StagedHousehold h) {
        line(
                households,
                h.row(),
                h.id(),
                h.ref(),
                h.nameSealed(),
                h.phoneSealed(),
                h.people(),
                h.vulnerablePeople(),
                h.address(),
                h.commune() == null ? null : h.commune().code(),
                h.commune() == null ? null : h.commune().validFrom(),
                h.hamlet() == null ? null : h.hamlet().code(),
                h.byName(),
                h.place().lon(),
                h.place().lat(),
                h.precision());
        for (Map.Entry<String, BigDecimal> need : h.needs().entrySet()) {
            line(needs, h.row(), h.id(), need.getKey(), need.getValue(), h.urgency(), h.confirmedAt());
        }
        if (++waiting >= ROWS_PER_COPY) {
            flush();
        }
    }

    /** Sends the last rows and builds the indexes. */
    void finish() {
        flush();
        jdbc.execute(FINISH);
    }

    private void flush() {
        copy("copy staged_household from stdin", households);
        copy("copy staged_need from stdin", needs);
        waiting = 0;
    }

    private void copy(String sql, StringBuilder lines) {
        if (lines.length() > 0) {
            jdbc.execute((ConnectionCallback<Long>) connection -> {
                try {
                    return connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(sql, new StringReader(lines.toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            lines.setLength(0);
        }
    }

    private static void line(StringBuilder out, @Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            out.append(i == 0 ? "" : "\t");
            Object value = values[i];
            if (value == null) {
                out.append("\\N");
            } else {
                escaped(out, value.toString());
            }
        }
        out.append('\n');
    }

    /** As COPY's text format wants it. */
    private static void escaped(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
    }
}
