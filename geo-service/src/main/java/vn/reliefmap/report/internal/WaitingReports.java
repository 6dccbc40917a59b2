package vn.reliefmap.report.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.report.ReportId;

/**
 * Reports that were accepted and not yet told to others. SOS come first; among the rest addresses take turns: each report
 * gets the turn after the last one of its address, but none that has passed already.
 */
@Component
class WaitingReports {
    private static final int IPV6_NETWORK_GROUPS = 4;

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    WaitingReports(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    void add(ReportId id, String address, boolean sos) {
        jdbc.sql("""
                insert into report_waiting (report_id, address, sos, turn)
                values (:id, :address, :sos, greatest(
                    coalesce((select max(turn) + 1 from report_waiting where address = :address), 0),
                    coalesce((select min(turn) from report_waiting), 0)))""")
                .param("id", id.value())
                .param("address", personalData.fingerprint("address " + network(address)))
                .param("sos", sos)
                .update();
    }

    /** Takes the next one off the queue, for the caller's transaction; those that others are at are passed over. */
    Optional<ReportId> next() {
        return jdbc.sql("""
                        delete from report_waiting where report_id = (
                            select report_id from report_waiting where next_try_at <= now()
                            order by sos desc, turn limit 1 for update skip locked)
                        returning report_id""")
                .query((rs, n) -> new ReportId(rs.getObject("report_id", UUID.class)))
                .optional();
    }

    /** Lets one that failed wait longer each time, an hour at most. */
    void putOff(ReportId id) {
        jdbc.sql("""
                update report_waiting
                   set attempts = attempts + 1,
                       next_try_at = now() + least(interval '1 hour', interval '5 seconds' * power(2, attempts))
                 where report_id = ?""").param(id.value()).update();
    }

    /** An IPv6 household or phone has a whole network of addresses; the first half names it. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = address.split("::", 2)[0].split(":");
        return String.join(":", Arrays.copyOf(groups, Math.min(groups.length, IPV6_NETWORK_GROUPS)));
    }
}
