package vn.reliefmap.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Tokens;
import vn.reliefmap.kernel.Problem;

/** Tokens in PostGIS. A token has 256 random bits, so its plain SHA-256 is enough to keep. */
@Component
class PostgresTokens implements Tokens {
    private static final int LONGEST_NAME = 60;
    private static final int MOST_DAYS = 366;
    private static final String IN_FORCE = " revoked_at is null and (expires_at is null or expires_at > now())";

    private final JdbcClient jdbc;

    PostgresTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Made make(UUID account, String name, int days) {
        String purpose = name.strip();
        if (purpose.isEmpty() || purpose.length() > LONGEST_NAME) {
            throw Problem.badField(
                            "TOKEN_NAME",
                            "name",
                            "1–60 characters",
                            "Mã cần một tên để biết dùng làm gì.",
                            "A token needs a name that says what it is for.")
                    .asException();
        }
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.badField(
                            "TOKEN_DAYS",
                            "days",
                            "1–" + MOST_DAYS,
                            "Mã có hạn từ 1 đến 366 ngày.",
                            "A token lasts from 1 to 366 days.")
                    .asException();
        }
        return make(account, purpose, Instant.now().plus(Duration.ofDays(days)));
    }

    /** @param until null = for as long as nobody revokes it */
    Made make(UUID account, String name, @Nullable Instant until) {
        String text = Secrets.token("rm_");
        Token token = jdbc.sql("""
                insert into access_token (token_sha256, account_id, name, expires_at)
                values (:hash, :account, :name, :until)
                returning id, name, created_at, expires_at""")
                .param("hash", Secrets.sha256(text))
                .param("account", account)
                .param("name", name)
                .param("until", until == null ? null : Timestamp.from(until))
                .query((rs, n) -> token(rs))
                .single();
        return new Made(token, text);
    }

    @Override
    public List<Token> list(UUID account) {
        return jdbc.sql("select id, name, created_at, expires_at from access_token where account_id = :account and"
                        + IN_FORCE + " order by created_at desc, id")
                .param("account", account)
                .query((rs, n) -> token(rs))
                .list();
    }

    @Override
    public void revoke(UUID account, UUID token) {
        int revoked = jdbc.sql("update access_token set revoked_at = now()"
                        + " where id = :token and account_id = :account and" + IN_FORCE)
                .param("token", token)
                .param("account", account)
                .update();
        if (revoked == 0) {
            throw Problem.notFound("UNKNOWN_TOKEN", "token", "Không có mã này.", "There is no such token.")
                    .asException();
        }
    }

    void revokeAll(UUID account) {
        jdbc.sql("update access_token set revoked_at = now() where account_id = :id and revoked_at is null")
                .param("id", account)
                .update();
    }

    private static Token token(ResultSet rs) throws SQLException {
        Timestamp expires = rs.getTimestamp("expires_at");
        return new Token(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                rs.getTimestamp("created_at").toInstant(),
                expires == null ? null : expires.toInstant());
    }
}
