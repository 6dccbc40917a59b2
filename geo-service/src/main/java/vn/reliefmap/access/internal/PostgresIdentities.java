package vn.reliefmap.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.Identities;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.kernel.Problem;

/** Identities in PostGIS; names and e-mail addresses are sealed. */
@Component
class PostgresIdentities implements Identities {
    /** Who asked and was not let in is forgotten after this time, or when so many others asked later. */
    private static final Duration ASKERS_KEPT = Duration.ofDays(30);

    private static final int MOST_ASKERS = 200;
    private static final int LONGEST_SHOWN = 200;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final PersonalData personalData;

    PostgresIdentities(JdbcClient jdbc, Accounts accounts, PersonalData personalData) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.personalData = personalData;
    }

    @Override
    @Transactional
    public Optional<UUID> recognise(Told told) {
        UUID identity = remembered(told);
        Optional<UUID> account = jdbc.sql(
                        "select account_id from account_identity where id = :id and account_id is not null")
                .param("id", identity)
                .query(UUID.class)
                .optional()
                .or(() -> expectedUnder(told).map(expected -> {
                    replaceBy(identity, expected);
                    return expected;
                }));
        if (account.isEmpty()) {
            forgetAskers();
        }
        return account;
    }

    /** The identity's row, which is locked until the end of the transaction: two first sign-ins at once make one. */
    private UUID remembered(Told told) {
        String owner = owner(told.issuer(), told.subject());
        return jdbc.sql("""
                insert into account_identity (id, issuer, subject, name_sealed, email_sealed, email_verified, asked_at)
                values (:id, :issuer, :subject, :name, :email, :verified, :now)
                on conflict (issuer, subject) do update
                set name_sealed = excluded.name_sealed, email_sealed = excluded.email_sealed,
                    email_verified = excluded.email_verified, asked_at = excluded.asked_at
                returning id""")
                .param("id", UUID.randomUUID())
                .param("issuer", told.issuer())
                .param("subject", told.subject())
                .param("name", personalData.seal(owner + "/name", shown(told.name())))
                .param("email", personalData.seal(owner + "/email", shown(told.email())))
                .param("verified", told.emailVerified())
                .param("now", Timestamp.from(Instant.now()))
                .query(UUID.class)
                .single();
    }

    /** What the name and the e-mail address are sealed for. */
    private static String owner(String issuer, String subject) {
        return "identity " + issuer + " " + subject;
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_SHOWN));
    }

    private Optional<UUID> expectedUnder(Told told) {
        return told.emailVerified() && EmailAddress.isOne(told.email())
                ? jdbc.sql("delete from account_expected_email where fingerprint = :email returning account_id")
                        .param("email", fingerprint(EmailAddress.folded(told.email())))
                        .query(UUID.class)
                        .optional()
                : Optional.empty();
    }

    private String fingerprint(String folded) {
        return personalData.fingerprint("e-mail " + folded);
    }

    @Override
    @Transactional
    public void tie(UUID identity, UUID account) {
        UUID known = accounts.get(account).id();
        Optional<UUID> before = jdbc.sql("select account_id from account_identity where id = :id for update")
                .param("id", identity)
                .query((rs, n) -> Optional.ofNullable(rs.getObject("account_id", UUID.class)))
                .optional()
                .orElseThrow(PostgresIdentities::unknown);
        before.filter(other -> !other.equals(known)).ifPresent(this::endSessions);
        replaceBy(identity, known);
        dropExpected(known); // or whoever has that address later would take the account over
    }

    /** The identity is the account's from now on, in the place of another of the same issuer. */
    private void replaceBy(UUID identity, UUID account) {
        int replaced =
                jdbc.sql("""
                delete from account_identity where account_id = :account and id <> :id
                   and issuer = (select issuer from account_identity where id = :id)""").param("account", account).param("id", identity).update();
        if (replaced > 0) {
            endSessions(account);
        }
        jdbc.sql("update account_identity set account_id = :account where id = :id")
                .param("account", account)
                .param("id", identity)
                .update();
    }

    @Override
    @Transactional
    public void forget(UUID identity) {
        jdbc.sql("delete from account_identity where id = :id returning account_id")
                .param("id", identity)
                .query((rs, n) -> Optional.ofNullable(rs.getObject("account_id", UUID.class)))
                .optional()
                .orElseThrow(PostgresIdentities::unknown)
                .ifPresent(this::endSessions);
    }

    private void endSessions(UUID account) {
        jdbc.sql("update account set sessions_since = :now where id = :id")
                .param("id", account)
                .param("now", Timestamp.from(Instant.now()))
                .update();
    }

    @Override
    public List<Identity> list() {
        return jdbc.sql("""
                select i.*, a.name from account_identity i left join account a on a.id = i.account_id
                order by i.account_id is not null, i.asked_at desc, i.id""").query((rs, n) -> identity(rs)).list();
    }

    private Identity identity(ResultSet rs) throws SQLException {
        String issuer = rs.getString("issuer");
        String subject = rs.getString("subject");
        String owner = owner(issuer, subject);
        UUID account = rs.getObject("account_id", UUID.class);
        return new Identity(
                rs.getObject("id", UUID.class),
                new Told(
                        issuer,
                        subject,
                        personalData.open(owner + "/name", rs.getBytes("name_sealed")),
                        personalData.open(owner + "/email", rs.getBytes("email_sealed")),
                        rs.getBoolean("email_verified")),
                account == null ? null : new Holder(account, rs.getString("name")),
                rs.getTimestamp("asked_at").toInstant());
    }

    @Override
    @Transactional
    public void expect(UUID account, @Nullable String email) {
        UUID known = accounts.get(account).id();
        dropExpected(known);
        if (email == null || email.isBlank()) {
            return;
        }
        String folded = EmailAddress.checked(email);
        try {
            jdbc.sql("""
                    insert into account_expected_email (account_id, fingerprint, email_sealed)
                    values (:id, :fingerprint, :email)""")
                    .param("id", known)
                    .param("fingerprint", fingerprint(folded))
                    .param("email", personalData.seal(known + "/expected-email", folded))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Problem(
                            "EMAIL_EXPECTED",
                            409,
                            "Địa chỉ thư này đã ghi cho một tài khoản khác.",
                            "This e-mail address is entered for another account.",
                            "email",
                            null)
                    .asException();
        }
    }

    private void dropExpected(UUID account) {
        jdbc.sql("delete from account_expected_email where account_id = :id")
                .param("id", account)
                .update();
    }

    @Override
    public Map<UUID, String> expected() {
        Map<UUID, String> expected = new HashMap<>();
        jdbc.sql("select account_id, email_sealed from account_expected_email").query(rs -> {
            UUID account = Objects.requireNonNull(rs.getObject("account_id", UUID.class));
            expected.put(account, personalData.open(account + "/expected-email", rs.getBytes("email_sealed")));
        });
        return expected;
    }

    @Scheduled(cron = "0 25 3 * * *")
    void forgetAskers() {
        jdbc.sql("""
                delete from account_identity
                where account_id is null
                  and (asked_at < :oldest
                       or id not in (select id from account_identity where account_id is null
                                     order by asked_at desc limit :most))""")
                .param("oldest", Timestamp.from(Instant.now().minus(ASKERS_KEPT)))
                .param("most", MOST_ASKERS)
                .update();
    }

    private static RuntimeException unknown() {
        return Problem.notFound("UNKNOWN_IDENTITY", "identity", "Không có danh tính này.", "There is no such identity.")
                .asException();
    }
}
