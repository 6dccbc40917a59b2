package vn.reliefmap.household.internal;

import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
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
    private final PersonalData personal;

    PhoneFingerprints(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
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
            batch = makeBatch();
            made += batch;
        }
    }

    private int makeBatch() {
        Map<UUID, byte[]> missing = new LinkedHashMap<>();
        jdbc.sql("""
                        select id, phone_sealed from household where phone_sealed is not null and phone_hash is null
                        order by id limit ?""").param(AT_A_TIME).query(rs -> {
            missing.put(rs.getObject("id", UUID.class), rs.getBytes("phone_sealed"));
        });
        missing.forEach((id, phone) -> {
            String text = personal.open(id + "/phone", phone);
            // Only if it is still the same number: another one that came meanwhile gets its own.
            jdbc.sql("update household set phone_hash = :hash where id = :id and phone_sealed = :phone")
                    .param("hash", PhoneNumber.read(text).map(this::of).orElse(""))
                    .param("id", id)
                    .param("phone", phone, Types.BINARY)
                    .update();
        });
        return missing.size();
    }
}
