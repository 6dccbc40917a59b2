package vn.reliefmap.delivery.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.kernel.PublicCode;

/** One-time codes of recipients; the database knows a keyed fingerprint of each and cannot give one away. */
@Component
class ReceiptCodes {
    private final JdbcClient jdbc;
    private final PersonalData personalData;
    private final Duration lasts;

    ReceiptCodes(
            JdbcClient jdbc,
            PersonalData personalData,
            @Value("${relief.delivery.receipt-code-lasts:7d}") Duration lasts) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.lasts = lasts;
    }

    /** A new one for the delivery, in place of any before. */
    PublicCode make(UUID account, UUID delivery) {
        PublicCode code = PublicCode.random();
        jdbc.sql("""
                insert into receipt_code (delivery_id, fingerprint, made_by, expires_at)
                values (:delivery, :fingerprint, :by, now() + make_interval(secs => :seconds))
                on conflict (delivery_id) do update set fingerprint = excluded.fingerprint, made_by = excluded.made_by,
                    expires_at = excluded.expires_at, used_at = null""")
                .param("delivery", delivery)
                .param("fingerprint", fingerprint(code))
                .param("by", account)
                .param("seconds", (double) lasts.toSeconds())
                .update();
        return code;
    }

    /** The delivery that the code is for, whether it was used or not; empty when it is none, or has expired. */
    Optional<UUID> delivery(PublicCode code) {
        return jdbc.sql("select delivery_id from receipt_code where fingerprint = ? and expires_at > now()")
                .param(fingerprint(code))
                .query(UUID.class)
                .optional();
    }

    /** False when somebody used it before. */
    boolean use(PublicCode code) {
        return jdbc.sql("update receipt_code set used_at = now() where fingerprint = ? and used_at is null")
                        .param(fingerprint(code))
                        .update()
                == 1;
    }

    String fingerprint(PublicCode code) {
        return personalData.fingerprint("receipt code " + code);
    }
}
