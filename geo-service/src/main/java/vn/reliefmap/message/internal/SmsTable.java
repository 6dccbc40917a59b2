package vn.reliefmap.message.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.message.IncomingSms;
import vn.reliefmap.message.OutgoingSms;
import vn.reliefmap.report.ReportId;

/** SMS as rows; numbers and texts are sealed, each for its own message. */
@Component
class SmsTable {
    private final JdbcClient jdbc;
    private final PersonalData personalData;

    SmsTable(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /** Equal for equal numbers, in this room. */
    String hash(String number) {
        return personalData.fingerprint("sms " + number);
    }

    void keep(UUID id, String number, String text, String outcome, @Nullable ReportId report, Instant now) {
        jdbc.sql("""
                insert into sms_in (id, received_at, sender_hash, sender_sealed, text_sealed, outcome, report_id)
                values (:id, :now, :hash, :from, :text, :outcome, :report)""")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("hash", hash(number))
                .param("from", personalData.seal(id + "/from", number))
                .param("text", personalData.seal(id + "/in", text))
                .param("outcome", outcome)
                .param("report", report == null ? null : report.value())
                .update();
    }

    /** Messages of that outcome, a few at a time; nobody else takes them until the transaction ends. */
    List<Kept> takeHomeless(String outcome) {
        return jdbc.sql("""
                        select id, sender_sealed, text_sealed from sms_in
                        where outcome = ? and text_sealed is not null order by received_at limit 50 for update skip locked""")
                .param(outcome)
                .query((rs, n) -> {
                    UUID id = rs.getObject("id", UUID.class);
                    return new Kept(
                            id,
                            personalData.open(id + "/from", rs.getBytes("sender_sealed")),
                            personalData.open(id + "/in", rs.getBytes("text_sealed")));
                })
                .list();
    }

    /** A message that was kept. */
    record Kept(UUID id, String number, String text) {}

    void becomes(UUID id, String outcome, @Nullable ReportId report) {
        jdbc.sql("update sms_in set outcome = :outcome, report_id = :report where id = :id")
                .param("outcome", outcome)
                .param("report", report == null ? null : report.value())
                .param("id", id)
                .update();
    }

    /** The report that the number sent last. */
    Optional<ReportId> lastReport(String number) {
        return jdbc.sql("""
                        select report_id from sms_in where sender_hash = ? and report_id is not null
                        order by received_at desc, id limit 1""")
                .param(hash(number))
                .query((rs, n) -> new ReportId(rs.getObject("report_id", UUID.class)))
                .optional();
    }

    /** Whether the number got that many answers since then. */
    boolean answered(String number, int times, Instant since) {
        return jdbc.sql("select count(*) >= ? from sms_out where to_hash = ? and made_at > ?")
                .params(times, hash(number), Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    void send(UUID id, String number, String text, Instant now) {
        jdbc.sql("""
                insert into sms_out (id, to_hash, to_sealed, text_sealed, made_at, next_try_at) values (?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        hash(number),
                        personalData.seal(id + "/to", number),
                        personalData.seal(id + "/out", text),
                        Timestamp.from(now),
                        Timestamp.from(now))
                .update();
    }

    Optional<OutgoingSms> outgoing(UUID id) {
        return jdbc.sql("select id, to_sealed, text_sealed from sms_out where id = ? and to_sealed is not null")
                .param(id)
                .query((rs, n) -> outgoing(id, rs.getBytes("to_sealed"), rs.getBytes("text_sealed")))
                .optional();
    }

    /** Takes messages for one try; nobody else gets them before the next one. */
    List<OutgoingSms> handOut(int limit, Instant now) {
        return jdbc.sql("""
                        with next as (
                            select id from sms_out where next_try_at <= :now
                            order by next_try_at, made_at limit :limit for update skip locked)
                        update sms_out o
                           set tries = tries + 1,
                               next_try_at = case when tries < 40
                                                  then cast(:now as timestamptz) + least(interval '30 minutes', interval '20 seconds' * power(2, least(tries, 8)))
                                             end
                          from next where o.id = next.id and o.to_sealed is not null
                        returning o.id, o.to_sealed, o.text_sealed, o.made_at""")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((rs, n) ->
                        outgoing(rs.getObject("id", UUID.class), rs.getBytes("to_sealed"), rs.getBytes("text_sealed")))
                .list();
    }

    void sent(Collection<UUID> ids, Instant now) {
        jdbc.sql("update sms_out set sent_at = ?, next_try_at = null where id = any(?) and sent_at is null")
                .params(Timestamp.from(now), ids.toArray(UUID[]::new))
                .update();
    }

    private OutgoingSms outgoing(UUID id, byte[] to, byte[] text) {
        return new OutgoingSms(id, personalData.open(id + "/to", to), personalData.open(id + "/out", text));
    }

    /** Parts of one message come at once now and then; the one that comes last sees all of them. */
    void keepPart(IncomingSms part, UUID id, String number, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('sms part ' || ? || ?, 0))")
                .params(hash(number), Objects.requireNonNull(part.reference()))
                .query((rs, n) -> n)
                .list();
        jdbc.sql("""
                insert into sms_part (sender_hash, reference, part, parts, id, sender_sealed, text_sealed, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        hash(number),
                        Objects.requireNonNull(part.reference()),
                        part.part(),
                        part.parts(),
                        id,
                        personalData.seal(id + "/from", number),
                        personalData.seal(id + "/part", part.text()),
                        Timestamp.from(now))
                .update();
    }

    /** The long message, if it is whole now; it is taken out. */
    Optional<Joined> takeWhole(String number, String reference) {
        boolean whole = jdbc.sql("""
                        select count(*) >= max(parts) from sms_part where sender_hash = ? and reference = ?""")
                .params(hash(number), reference)
                .query(Boolean.class)
                .single();
        return whole ? joined(hash(number), reference) : Optional.empty();
    }

    /** Long messages whose first part came before then; they are taken out as far as they came. */
    List<Joined> takeLate(Instant before) {
        return jdbc
                .sql("""
                        select sender_hash, reference from sms_part group by sender_hash, reference
                        having min(received_at) < ?""")
                .param(Timestamp.from(before))
                .query((rs, n) -> List.of(rs.getString("sender_hash"), rs.getString("reference")))
                .list()
                .stream()
                .flatMap(late -> joined(late.get(0), late.get(1)).stream())
                .toList();
    }

    private Optional<Joined> joined(String sender, String reference) {
        List<Part> parts = jdbc.sql("delete from sms_part where sender_hash = ? and reference = ? returning *")
                .params(sender, reference)
                .query((rs, n) -> {
                    UUID id = rs.getObject("id", UUID.class);
                    return new Part(
                            rs.getInt("part"),
                            personalData.open(id + "/from", rs.getBytes("sender_sealed")),
                            personalData.open(id + "/part", rs.getBytes("text_sealed")),
                            rs.getTimestamp("received_at").toInstant());
                })
                .list();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        parts.stream().sorted(Comparator.comparingInt(Part::part)).forEach(part -> text.append(part.text()));
        Instant first = parts.stream().map(Part::at).min(Instant::compareTo).orElseThrow();
        return Optional.of(new Joined(
                sender + " " + reference + " " + first.toEpochMilli(),
                parts.get(0).from(),
                text.toString()));
    }

    private record Part(int part, String from, String text, Instant at) {}

    /** A long message, put together. */
    record Joined(String id, String number, String text) {}

    void word(ReportId report, String word, boolean samePhone, Instant now) {
        jdbc.sql("insert into report_word (report_id, word, same_phone, said_at) values (?, ?, ?, ?)")
                .params(report.value(), word, samePhone, Timestamp.from(now))
                .update();
    }

    /** Wipes numbers and texts of what came or went before then. */
    void forget(Instant before) {
        Timestamp time = Timestamp.from(before);
        jdbc.sql("update sms_in set sender_sealed = null, text_sealed = null, sender_hash = ''"
                        + " where received_at < ? and sender_hash <> ''")
                .param(time)
                .update();
        jdbc.sql("update sms_out set to_sealed = null, text_sealed = null, to_hash = '', next_try_at = null"
                        + " where made_at < ? and to_hash <> ''")
                .param(time)
                .update();
    }
}
