package vn.reliefmap.household.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.kernel.PhoneNumber;
import vn.reliefmap.kernel.ProblemException;

/**
 * Keyed fingerprints of households' telephone numbers, by which one is found without unsealing all. Numbers come in by lists, reports
 * and corrections; each loses its fingerprint when it changes (a trigger), and gets the new one here.
 */
@Component
class PhoneFingerprints {
    private static final Logger LOG = LoggerFactory.getLogger(PhoneFingerprints.class);
    private static final int AT_A_TIME = 1_000;
    /** Nobody who looks for a number waits for a whole province to be read. */
    private static final int MOST_WHILE_SOMEBODY_WAITS = 5_000;

    private static final int MOST_AT_ONCE = 1_000_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PersonalData personal;

    PhoneFingerprints(JdbcClient jdbc, PlatformTransactionManager transactions, PersonalData personal) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.personal = personal;
    }

    /** Equal for equal numbers, however they were written. */
    String of(PhoneNumber phone) {
        return personal.fingerprint("household phone " + phone.national());
    }

    /** Makes those that are missing. */
    void makeSome() {
        make(MOST_WHILE_SOMEBODY_WAITS);
    }

    @Scheduled(fixedDelayString = "${relief.household.phones-each-ms:60000}")
    void makeAll() {
        try {
            make(MOST_AT_ONCE);
        } catch (ProblemException e) {
            LOG.warn(
                    "Telephone numbers of households cannot be compared: {}",
                    e.problem().code());
        }
    }

    private void make(int most) {
        int made = 0;
        int batch = AT_A_TIME;
        while (batch == AT_A_TIME && made < most) {
            batch = Objects.requireNonNull(transaction.execute(status -> makeBatch()));
            made += batch;
        }
    }

    /** Rows that somebody else writes at the moment wait for the next time: nobody waits for them, nor they for long. */
    private int makeBatch() {
        List<UUID> ids = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        jdbc.sql("""
                        select id, phone_sealed from household where phone_sealed is not null and phone_hash is null
                        order by id limit ? for update skip locked""").param(AT_A_TIME).query(rs -> {
            UUID id = rs.getObject("id", UUID.class);
            ids.add(id);
            hashes.add(PhoneNumber.read(personal.open(id + "/phone", rs.getBytes("phone_sealed")))
                    .map(this::of)
                    .orElse(""));
        });
        jdbc.sql("""
                        update household h set phone_hash = made.hash
                        from unnest(cast(:ids as uuid[]), cast(:hashes as text[])) as made (id, hash) where h.id = made.id""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("hashes", hashes.toArray(String[]::new))
                .update();
        return ids.size();
    }
}
