package vn.reliefmap.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.kernel.Caller;

/** Accounts in PostGIS. A token has 256 random bits, so its plain SHA-256 is enough to keep. */
@Component
class PostgresAccounts implements Accounts {
    private static final String ADMINISTRATOR = "Quản trị";

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    PostgresAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
                select a.id, a.name, a.role from access_token t join account a on a.id = t.account_id
                where t.token_sha256 = :hash and t.revoked_at is null""")
                .param("hash", sha256(token))
                .query((rs, n) -> new Account(
                        rs.getObject("id", UUID.class),
                        rs.getString("name"),
                        Caller.valueOf(rs.getString("role").toUpperCase(Locale.ROOT))))
                .optional();
    }

    private String newToken(UUID account) {
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
