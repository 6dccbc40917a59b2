package vn.reliefmap.message.internal;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.report.ReportForgotten;

/** Wipes the SMS that a forgotten report came by, and what was sent to its number; inside the transaction of the erasure. */
@Component
class ForgottenSms {
    private final JdbcClient jdbc;

    ForgottenSms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void onForgotten(ReportForgotten forgotten) {
        jdbc.sql("""
                update sms_out set to_sealed = null, text_sealed = null, to_hash = '', next_try_at = null
                where to_hash in (select sender_hash from sms_in where report_id = ? and sender_hash <> '')""").param(forgotten.report().value()).update();
        jdbc.sql("""
                update sms_in set sender_sealed = null, text_sealed = null, sender_hash = ''
                where report_id = ?""").param(forgotten.report().value()).update();
    }
}
