package vn.reliefmap.access.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.Passwords;
import vn.reliefmap.access.SlowDown;
import vn.reliefmap.kernel.Problem;

/** Passwords as BCrypt hashes in PostGIS. */
@Component
class PostgresPasswords implements Passwords {
    /** 2^11 rounds: about a tenth of a second for one try. */
    private static final int STRENGTH = 11;

    private static final int DEVICES_KEPT = 20;
    private static final int LONGEST = 1000;
    private static final int LONGEST_WAIT_S = 5;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final PostgresTokens tokens;
    private final SignInPace pace;
    private final BCryptPasswordEncoder hashes = new BCryptPasswordEncoder(STRENGTH);
    /** Compared with where there is no account, so that the answer takes as long. */
    private final String nobodysHash = Objects.requireNonNull(hashes.encode(Secrets.code()));
    /** Hashing is work: whoever tries many passwords at once must not take every core from the map. */
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    PostgresPasswords(JdbcClient jdbc, Accounts accounts, PostgresTokens tokens, SignInPace pace) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.tokens = tokens;
        this.pace = pace;
    }

    @Override
    public Account check(String name, String password, From from) {
        String folded = AccountName.folded(name);
        String typed = PasswordRules.typed(password);
        if (!AccountName.fits(folded) || typed.length() > LONGEST) {
            throw wrong();
        }
        Tried tried = tried(folded, from.device());
        pace.take(folded, from, tried.known());
        if (!matches(typed, tried.hash())) {
            throw wrong();
        }
        pace.right(folded, from, tried.known());
        return accounts.get(Objects.requireNonNull(tried.account()));
    }

    @Override
    public Account change(String name, String password, String newPassword, From from) {
        Account account = check(name, password, from);
        set(account, newPassword);
        return account;
    }

    @Override
    public Code newCode(UUID account) {
        String code = Secrets.code();
        Instant until = Instant.now().plus(Duration.ofHours(CODE_HOURS));
        jdbc.sql("update account set recovery_sha256 = :hash, recovery_until = :until where id = :id")
                .param("id", accounts.get(account).id())
                .param("hash", Secrets.sha256(code))
                .param("until", Timestamp.from(until))
                .update();
        return new Code(code, until);
    }

    @Override
    @Transactional
    public Account recover(String name, String code, String newPassword) {
        Account account = accounts.findByName(name)
                .filter(found -> code.length() < LONGEST && taken(found.id(), code))
                .orElseThrow(() -> new Problem(
                                "CODE_WRONG",
                                401,
                                "Mã một lần không đúng, đã dùng hoặc hết hạn. Hãy xin quản trị mã mới.",
                                "The one-time code is wrong, used or expired. Ask the administrator for another.",
                                "code",
                                "7KQ2-M9XD-4TPA")
                        .asException());
        set(account, newPassword);
        tokens.revokeAll(account.id());
        jdbc.sql("delete from known_device where account_id = :id")
                .param("id", account.id())
                .update();
        return account;
    }

    @Override
    @Transactional
    public String remember(UUID account, @Nullable String known) {
        int again = jdbc.sql(
                        "update known_device set signed_in_at = now() where account_id = :id and device_sha256 = :hash")
                .param("id", account)
                .param("hash", Secrets.sha256(known == null ? "" : known))
                .update();
        if (known != null && again == 1) {
            return known;
        }
        String device = Secrets.token("");
        jdbc.sql("insert into known_device (account_id, device_sha256) values (:id, :hash)")
                .param("id", account)
                .param("hash", Secrets.sha256(device))
                .update();
        jdbc.sql("""
                delete from known_device where account_id = :id and device_sha256 not in (
                    select device_sha256 from known_device where account_id = :id
                    order by signed_in_at desc limit :kept)""").param("id", account).param("kept", DEVICES_KEPT).update();
        return device;
    }

    /** What a try is held against; all null where there is no such account, found by the same single question. */
    private record Tried(@Nullable UUID account, @Nullable String hash, boolean known) {}

    private Tried tried(String folded, @Nullable String device) {
        return jdbc.sql("""
                select a.id, a.password_hash,
                       exists (select from known_device d
                               where d.account_id = a.id and d.device_sha256 = :device) as known
                from (select 1) as one left join account a on a.sign_in_name = :folded and a.closed_at is null""")
                .param("folded", folded)
                .param("device", Secrets.sha256(device == null ? "" : device))
                .query((rs, n) -> new Tried(
                        rs.getObject("id", UUID.class), rs.getString("password_hash"), rs.getBoolean("known")))
                .single();
    }

    /** Uses a code up: one of two who send it at once gets in. */
    private boolean taken(UUID account, String code) {
        return jdbc.sql("""
                update account set recovery_sha256 = null, recovery_until = null
                where id = :id and recovery_sha256 = :hash and recovery_until > now()""")
                        .param("id", account)
                        .param("hash", Secrets.sha256(Secrets.typed(code)))
                        .update()
                == 1;
    }

    private void set(Account account, String newPassword) {
        String typed = PasswordRules.typed(newPassword);
        PasswordRules.require(typed, account.name());
        jdbc.sql("update account set password_hash = :hash, sessions_since = :now where id = :id")
                .param("id", account.id())
                .param("hash", hashes.encode(typed))
                .param("now", Timestamp.from(Instant.now()))
                .update();
    }

    private boolean matches(String typed, @Nullable String hash) {
        try {
            if (!hashing.tryAcquire(LONGEST_WAIT_S, TimeUnit.SECONDS)) {
                throw SlowDown.ofPasswords(LONGEST_WAIT_S);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SlowDown.ofPasswords(LONGEST_WAIT_S);
        }
        try {
            boolean same = hashes.matches(typed, hash == null ? nobodysHash : hash);
            return same && hash != null;
        } finally {
            hashing.release();
        }
    }

    private static RuntimeException wrong() {
        return new Problem(
                        "SIGN_IN_WRONG",
                        401,
                        "Tên hoặc mật khẩu không đúng. Quên mật khẩu: xin quản trị mã một lần.",
                        "Name or password is wrong. Forgotten: ask the administrator for a one-time code.",
                        "password",
                        null)
                .asException();
    }
}
