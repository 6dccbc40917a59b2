package vn.reliefmap.admin.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.admin.Hamlet;
import vn.reliefmap.admin.HamletName;
import vn.reliefmap.admin.Hamlets;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** Hamlets as rows; codes count up within a commune. */
@Component
class PostgresHamlets implements Hamlets {
    private static final int LONGEST_NAME = 60;
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final AdminUnits units;
    private final Changes changes;
    private final TransactionTemplate transaction;

    PostgresHamlets(JdbcClient jdbc, AdminUnits units, Changes changes, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.units = units;
        this.changes = changes;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Hamlet add(String commune, String name) {
        String shown = name.strip().replaceAll("\\s+", " ");
        if (shown.length() > LONGEST_NAME || HamletName.fold(shown).isEmpty()) {
            throw Problem.badField(
                            "HAMLET_NAME",
                            "name",
                            "1–" + LONGEST_NAME + " characters, e.g. Thôn Hạ",
                            "Hãy ghi tên thôn, bản, khu phố (không quá " + LONGEST_NAME + " ký tự).",
                            "Give the hamlet's name, of at most " + LONGEST_NAME + " characters.")
                    .asException();
        }
        String unit = units.get(commune).code();
        return transaction.execute(status -> {
            // Two who name a hamlet at once would count to the same number; the second one waits here.
            jdbc.sql("select pg_advisory_xact_lock(hashtext('hamlets of ' || ?))")
                    .param(unit)
                    .query((rs, n) -> n)
                    .list();
            return find(unit, shown).orElseGet(() -> insert(unit, shown));
        });
    }

    private Hamlet insert(String commune, String name) {
        int count = jdbc.sql("select count(*) from hamlet where commune_code = ?")
                .param(commune)
                .query(Integer.class)
                .single();
        if (count >= MOST) {
            throw new Problem(
                            "TOO_MANY_HAMLETS",
                            409,
                            "Xã này đã có " + MOST + " thôn, bản.",
                            "This commune has " + MOST + " hamlets already.",
                            "commune",
                            null)
                    .asException();
        }
        String number = Integer.toString(count + 1);
        Hamlet hamlet = new Hamlet(commune + "." + (number.length() == 1 ? "0" + number : number), commune, name);
        jdbc.sql("insert into hamlet (code, commune_code, name, folded_name) values (?, ?, ?, ?)")
                .params(hamlet.code(), commune, name, HamletName.fold(name))
                .update();
        changes.announce(Topic.ADMIN);
        return hamlet;
    }

    @Override
    public List<Hamlet> list(String commune) {
        return jdbc.sql("select * from hamlet where commune_code = ? order by folded_name")
                .param(commune)
                .query(PostgresHamlets::hamlet)
                .list();
    }

    @Override
    public Optional<Hamlet> find(String commune, String name) {
        return jdbc.sql("select * from hamlet where commune_code = ? and folded_name = ?")
                .params(commune, HamletName.fold(name))
                .query(PostgresHamlets::hamlet)
                .optional();
    }

    @Override
    public Optional<Hamlet> byCode(String code) {
        return jdbc.sql("select * from hamlet where code = ?")
                .param(code)
                .query(PostgresHamlets::hamlet)
                .optional();
    }

    private static Hamlet hamlet(ResultSet rs, int n) throws SQLException {
        return new Hamlet(rs.getString("code"), rs.getString("commune_code"), rs.getString("name"));
    }
}
