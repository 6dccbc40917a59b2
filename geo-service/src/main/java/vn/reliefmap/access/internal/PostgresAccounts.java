package vn.reliefmap.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.Problem;

/** Accounts in PostGIS. A token has 256 random bits, so its plain SHA-256 is enough to keep. */
@Component
class PostgresAccounts implements Accounts {
    private static final String ADMINISTRATOR = "Quản trị";

    private static final int LONGEST_NAME = 60;

    private final JdbcClient jdbc;
    private final OfficerUnits units;
    private final SecureRandom random = new SecureRandom();

    PostgresAccounts(JdbcClient jdbc, OfficerUnits units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    @Override
    @Transactional
    public Optional<String> createFirstAdministrator() {
        UUID id = UUID.randomUUID();
        int made = jdbc.sql("""
                insert into account (id, name, role) values (:id, :name, 'administrator')
                on conflict (name) do nothing""").param("id", id).param("name", ADMINISTRATOR).update();
        return made == 1 ? Optional.of(newToken(id)) : Optional.empty();
    }

    @Override
    @Transactional
    public String renewAdministratorToken() {
        Optional<String> first = createFirstAdministrator();
        if (first.isPresent()) {
            return first.get();
        }
        UUID id = jdbc.sql("select id from account where name = :name")
                .param("name", ADMINISTRATOR)
                .query(UUID.class)
                .single();
        jdbc.sql("update access_token set revoked_at = now() where account_id = :id and revoked_at is null")
                .param("id", id)
                .update();
        return newToken(id);
    }

    @Override
    public Optional<Account> findByToken(String token) {
        return jdbc.sql("""
                select a.id, a.name, a.role,
                       array(select u.unit from account_unit u where u.account_id = a.id) as units
                from access_token t join account a on a.id = t.account_id
                where t.token_sha256 = :hash and t.revoked_at is null""")
                .param("hash", sha256(token))
                .query((rs, n) -> account(rs))
                .optional();
    }

    @Override
    @Transactional
    public Account add(String name, Caller role, Set<String> named) {
        String known = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        if (known.length() < 2 || known.length() > LONGEST_NAME || known.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badField(
                            "ACCOUNT_NAME",
                            "name",
                            "2–60 characters",
                            "Tên tài khoản cần 2 đến 60 ký tự.",
                            "An account's name has 2 to 60 characters.")
                    .asException();
        }
        Account account = new Account(UUID.randomUUID(), known, role, units.checked(role, named));
        int made = jdbc.sql("insert into account (id, name, role) values (:id, :name, :role) on conflict do nothing")
                .param("id", account.id())
                .param("name", known)
                .param("role", role.word())
                .update();
        if (made == 0) {
            throw new Problem(
                            "ACCOUNT_EXISTS",
                            409,
                            "Đã có tài khoản mang tên này.",
                            "There is an account of this name already.",
                            "name",
                            null)
                    .asException();
        }
        account.units().forEach(unit -> jdbc.sql("insert into account_unit (account_id, unit) values (:id, :unit)")
                .param("id", account.id())
                .param("unit", unit)
                .update());
        return account;
    }

    private static Account account(ResultSet rs) throws SQLException {
        return new Account(
                rs.getObject("id", UUID.class), rs.getString("name"), Caller.role(rs.getString("role")), Set.of((String
                                [])
                        rs.getArray("units").getArray()));
    }

    @Override
    public String newToken(UUID account) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String token = "rm_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        jdbc.sql("insert into access_token (token_sha256, account_id) values (:hash, :account)")
                .param("hash", sha256(token))
                .param("account", account)
                .update();
        return token;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
