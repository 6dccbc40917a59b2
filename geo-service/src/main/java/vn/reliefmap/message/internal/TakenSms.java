package vn.reliefmap.message.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.kernel.PhoneNumber;
import vn.reliefmap.kernel.SentText;
import vn.reliefmap.message.IncomingSms;
import vn.reliefmap.message.OutgoingSms;
import vn.reliefmap.message.Sms;
import vn.reliefmap.store.OnceOnly;

/** Keeps every SMS, acts on it once, and lets the answer wait in a table in the same transaction. */
@Component
class TakenSms implements Sms {
    private static final String CALLER = "sms gateway";

    private final SmsTable table;
    private final SmsMeaning meaning;
    private final OnceOnly onceOnly;
    private final PersonalData personalData;
    private final SmsSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();

    TakenSms(
            SmsTable table,
            SmsMeaning meaning,
            OnceOnly onceOnly,
            PersonalData personalData,
            SmsSettings settings,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.meaning = meaning;
        this.onceOnly = onceOnly;
        this.personalData = personalData;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What is remembered of an answer; the text itself waits sealed. */
    record Done(String outcome, @Nullable UUID reply) {}

    @Override
    public Answer take(IncomingSms message) {
        UUID id = UUID.nameUUIDFromBytes(("sms " + message.id()).getBytes(StandardCharsets.UTF_8));
        String number = number(message.from());
        // Keyed, since the body is personal.
        Map<String, String> body = Map.of(
                "sms",
                personalData.fingerprint(
                        "sms " + number + "\u0000" + message.text() + "\u0000" + message.reference() + message.part()));
        Done done = onceOnly.answer(CALLER, id, body, Done.class, () -> done(message, id, number));
        UUID reply = done.reply();
        return new Answer(
                done.outcome(), reply == null ? null : table.outgoing(reply).orElse(null));
    }

    private Done done(IncomingSms message, UUID id, String number) {
        Instant now = clock.instant();
        if (!message.partial()) {
            return handle(id, number, message.text(), now);
        }
        table.keepPart(message, id, number, now);
        return table.takeWhole(number, Objects.requireNonNull(message.reference()))
                .map(whole -> handle(id, number, whole.text(), now))
                .orElse(new Done("part", null));
    }

    @Override
    public void catchUp(Instant now) {
        transaction.executeWithoutResult(status -> table.takeLate(now.minus(settings.partsWait))
                .forEach(late -> handle(
                        UUID.nameUUIDFromBytes(("late " + late.id()).getBytes(StandardCharsets.UTF_8)),
                        late.number(),
                        late.text(),
                        now)));
        if (meaning.disasterOpen()) {
            transaction.executeWithoutResult(
                    status -> table.takeHomeless(SmsMeaning.NO_DISASTER).forEach(kept -> again(kept, now)));
        }
    }

    /** What was kept for want of a disaster means something now. */
    private void again(SmsTable.Kept kept, Instant now) {
        SmsMeaning.Heard heard = meaning.hear(kept.id(), kept.number(), kept.text(), now);
        table.becomes(kept.id(), heard.outcome(), heard.report());
        answer(kept.number(), heard.answer(), now);
    }

    private Done handle(UUID id, String number, String text, Instant now) {
        SmsMeaning.Heard heard = meaning.hear(id, number, SentText.clean(text), now);
        table.keep(id, number, SentText.clean(text), heard.outcome(), heard.report(), now);
        return new Done(heard.outcome(), answer(number, heard.answer(), now));
    }

    /** The id of the answer that waits now; null where none may go. */
    private @Nullable UUID answer(String number, String text, Instant now) {
        // Names of senders ("VIETTEL") cannot be answered, and two machines must not answer each other for ever.
        boolean may = number.matches("\\+?[0-9]{5,15}")
                && !table.answered(number, settings.answersPerHour, now.minus(Duration.ofHours(1)));
        if (!may) {
            return null;
        }
        UUID reply = UUID.randomUUID();
        table.send(reply, number, text, now);
        return reply;
    }

    /** One text for one number; what is none is kept as it came. */
    private static String number(String from) {
        return PhoneNumber.read(from).map(PhoneNumber::international).orElseGet(() -> SentText.line(from)
                .substring(0, Math.min(30, SentText.line(from).length())));
    }

    @Override
    public List<OutgoingSms> handOut(int limit, Instant now) {
        return table.handOut(limit, now);
    }

    @Override
    public void sent(Collection<UUID> ids) {
        table.sent(ids, clock.instant());
    }
}
