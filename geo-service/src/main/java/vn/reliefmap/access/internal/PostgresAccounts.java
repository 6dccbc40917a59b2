package vn.reliefmap.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;

/** Accounts in PostGIS. */
@Component
class PostgresAccounts implements Accounts {
    private static final String FIRST_NAME = "Quản trị";
    private static final String ACCOUNT = """
            select a.*, array(select u.unit from account_unit u where u.account_id = a.id order by u.unit) as units
            from account a
            """;

    private final JdbcClient jdbc;
    private final OfficerUnits units;
    private final PostgresTokens tokens;

    PostgresAccounts(JdbcClient jdbc, OfficerUnits units, PostgresTokens tokens) {
        this.jdbc = jdbc;
        this.units = units;
        this.tokens = tokens;
    }

    @Override
    @Transactional
    public Optional<String> createFirstAdministrator() {
        lockAdministrators();
        return firstAdministrator().isPresent()
                ? Optional.empty()
                : Optional.of(
                        newToken(add(FIRST_NAME, Caller.ADMINISTRATOR, Set.of()).id()));
    }

    @Override
    @Transactional
    public String renewAdministratorToken() {
        Optional<String> first = createFirstAdministrator();
        if (first.isPresent()) {
            return first.get();
        }
        UUID id = firstAdministrator().orElseThrow();
        tokens.revokeAll(id);
        jdbc.sql("update account set sessions_since = now() where id = :id")
                .param("id", id)
                .update();
        return newToken(id);
    }

    @Override
    @Transactional
    public Account add(String name, Caller role, Set<String> named) {
        Account account = new Account(UUID.randomUUID(), AccountName.checked(name), role, units.checked(role, named));
        try {
            jdbc.sql("insert into account (id, name, sign_in_name, role) values (:id, :name, :folded, :role)")
                    .param("id", account.id())
                    .param("name", account.name())
                    .param("folded", AccountName.folded(account.name()))
                    .param("role", role.word())
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
        insertUnits(account);
        return account;
    }

    @Override
    @Transactional
    public Account change(UUID id, @Nullable String name, @Nullable Caller role, @Nullable Set<String> named) {
        lockAdministrators();
        Account old = get(id);
        Caller newRole = role == null ? old.role() : role;
        Set<String> kept = newRole == Caller.OFFICER ? old.units() : Set.of();
        Account account = new Account(
                id,
                name == null ? old.name() : AccountName.checked(name),
                newRole,
                units.checked(newRole, named == null ? kept : named));
        if (newRole != Caller.ADMINISTRATOR) {
            requireAnotherAdministrator(old);
        }
        try {
            jdbc.sql("update account set name = :name, sign_in_name = :folded, role = :role where id = :id")
                    .param("id", id)
                    .param("name", account.name())
                    .param("folded", AccountName.folded(account.name()))
                    .param("role", newRole.word())
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
        jdbc.sql("delete from account_unit where account_id = :id")
                .param("id", id)
                .update();
        insertUnits(account);
        return account;
    }

    @Override
    @Transactional
    public void close(UUID id) {
        lockAdministrators();
        requireAnotherAdministrator(get(id));
        jdbc.sql("""
                update account set closed_at = now(), sessions_since = now(), password_hash = null,
                       recovery_sha256 = null
                where id = :id""").param("id", id).update();
        jdbc.sql("delete from known_device where account_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from account_expected_email where account_id = :id")
                .param("id", id)
                .update();
        tokens.revokeAll(id);
    }

    @Override
    public Account get(UUID id) {
        return jdbc.sql(ACCOUNT + "where a.id = :id and a.closed_at is null")
                .param("id", id)
                .query((rs, n) -> account(rs))
                .optional()
                .orElseThrow(() -> Problem.notFound(
                                "UNKNOWN_ACCOUNT", "account", "Không có tài khoản này.", "There is no such account.")
                        .asException());
    }

    @Override
    public Optional<Account> findByName(String name) {
        return jdbc.sql(ACCOUNT + "where a.sign_in_name = :folded and a.closed_at is null")
                .param("folded", AccountName.folded(name))
                .query((rs, n) -> account(rs))
                .optional();
    }

    @Override
    public Optional<Account> findSignedIn(UUID id, Instant signedInAt) {
        return jdbc.sql(ACCOUNT + "where a.id = :id and a.closed_at is null and a.sessions_since <= :since")
                .param("id", id)
                .param("since", Timestamp.from(signedInAt))
                .query((rs, n) -> account(rs))
                .optional();
    }

    @Override
    public List<Listed> list() {
        return jdbc.sql(ACCOUNT + "order by a.closed_at is not null, a.sign_in_name, a.created_at")
                .query((rs, n) -> {
                    Timestamp closed = rs.getTimestamp("closed_at");
                    return new Listed(
                            account(rs),
                            rs.getString("password_hash") != null,
                            rs.getTimestamp("created_at").toInstant(),
                            closed == null ? null : closed.toInstant());
                })
                .list();
    }

    @Override
    public String newToken(UUID account) {
        return tokens.make(account, "", null).text();
    }

    @Override
    public Optional<Account> findByToken(String token) {
        return jdbc.sql(ACCOUNT + """
                join access_token t on t.account_id = a.id
                where t.token_sha256 = :hash and t.revoked_at is null
                  and (t.expires_at is null or t.expires_at > now()) and a.closed_at is null""")
                .param("hash", Secrets.sha256(token))
                .query((rs, n) -> account(rs))
                .optional();
    }

    private Optional<UUID> firstAdministrator() {
        return jdbc.sql("""
                select id from account where role = 'administrator' and closed_at is null
                order by created_at, id limit 1""").query(UUID.class).optional();
    }

    /** Two programs that start, or two administrators who close each other, act one after the other. */
    private void lockAdministrators() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('relief administrators'))")
                .query((rs, n) -> 0)
                .single();
    }

    private void requireAnotherAdministrator(Account leaving) {
        boolean alone = leaving.role() == Caller.ADMINISTRATOR
                && jdbc.sql("""
                select not exists (select from account
                                   where role = 'administrator' and closed_at is null and id <> :id)""").param("id", leaving.id()).query(Boolean.class).single();
        if (alone) {
            throw new Problem(
                            "LAST_ADMINISTRATOR",
                            409,
                            "Đây là quản trị viên cuối cùng; hãy thêm người khác trước.",
                            "This is the last administrator; add another one first.",
                            "role",
                            null)
                    .asException();
        }
    }

    private void insertUnits(Account account) {
        account.units().forEach(unit -> jdbc.sql("insert into account_unit (account_id, unit) values (:id, :unit)")
                .param("id", account.id())
                .param("unit", unit)
                .update());
    }

    static Account account(ResultSet rs) throws SQLException {
        return new Account(
                rs.getObject("id", UUID.class), rs.getString("name"), Caller.role(rs.getString("role")), Set.of((String
                                [])
                        rs.getArray("units").getArray()));
    }

    /** A closed account keeps its name: its entries elsewhere must not become another person's. */
    private static ProblemException taken(DuplicateKeyException cause) {
        ProblemException taken = new Problem(
                        "ACCOUNT_EXISTS",
                        409,
                        "Đã có tài khoản mang tên này.",
                        "There is an account of this name already.",
                        "name",
                        null)
                .asException();
        taken.addSuppressed(cause);
        return taken;
    }
}
