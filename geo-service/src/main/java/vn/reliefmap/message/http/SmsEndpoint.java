package vn.reliefmap.message.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.message.IncomingSms;
import vn.reliefmap.message.OutgoingSms;
import vn.reliefmap.message.Sms;
import vn.reliefmap.message.internal.GatewaySeal;
import vn.reliefmap.message.internal.SmsSettings;

/**
 * For the SMS gateway, which signs every request (see {@link GatewaySeal}); without a secret in the settings both doors are
 * closed. Nothing personal is in an address.
 */
@RestController
class SmsEndpoint {
    private static final String IN = "/api/v1/sms";
    private static final String OUT = "/api/v1/sms/outgoing";
    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_AT_ONCE = 500;
    private static final int LONGEST_ID = 200;

    private final Sms sms;
    private final GatewaySeal seal;
    private final JsonMapper json;
    private final Clock clock = Clock.systemUTC();

    SmsEndpoint(Sms sms, SmsSettings settings, JsonMapper json) {
        this.sms = sms;
        this.seal = settings.seal();
        this.json = json;
    }

    /** An SMS came: {@code {"id", "from", "text", "reference"?, "part"?, "parts"?}}. */
    @PostMapping(IN)
    @OpenTo(Caller.EVERYONE)
    TakenAnswer take(HttpServletRequest request) {
        IncomingRequest sent = read(request, IN, IncomingRequest.class);
        String id = Problem.required(sent.id(), "id");
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw form("id", "1–" + LONGEST_ID + " characters");
        }
        int part = sent.part() == null ? 1 : sent.part();
        int parts = sent.parts() == null ? 1 : sent.parts();
        if (part < 1 || parts < part || parts > 255) {
            throw form("part", "1 ≤ part ≤ parts ≤ 255");
        }
        if (parts > 1 && (sent.reference() == null || sent.reference().length() > LONGEST_ID)) {
            throw form("reference", "1–" + LONGEST_ID + " characters");
        }
        return TakenAnswer.of(sms.take(new IncomingSms(
                id,
                Problem.required(sent.from(), "from"),
                Problem.required(sent.text(), "text"),
                sent.reference(),
                part,
                parts)));
    }

    /** What went out is marked, and what waits is handed out: {@code {"sent": [ids], "limit"?}}. */
    @PostMapping(OUT)
    @OpenTo(Caller.EVERYONE)
    OutgoingList outgoing(HttpServletRequest request) {
        OutgoingRequest asked = read(request, OUT, OutgoingRequest.class);
        int limit = asked.limit() == null ? 100 : asked.limit();
        if (limit < 0 || limit > MOST_AT_ONCE) {
            throw form("limit", "0–" + MOST_AT_ONCE);
        }
        sms.sent(asked.sent() == null ? List.of() : asked.sent());
        return new OutgoingList(
                sms.handOut(limit, clock.instant()).stream().map(Message::of).toList(), null);
    }

    private <T> T read(HttpServletRequest request, String path, Class<T> type) {
        if (!seal.usable()) {
            throw Problem.unavailable(
                            "SMS_CLOSED",
                            "Chưa nối với tổng đài SMS nào (RELIEF_SMS_SECRET).",
                            "No SMS gateway is connected (RELIEF_SMS_SECRET).")
                    .asException();
        }
        byte[] body = body(request);
        boolean holds = seal.holds(
                request.getHeader(GatewaySeal.TIME),
                request.getHeader(GatewaySeal.SIGNATURE),
                path,
                body,
                clock.instant());
        if (!holds) {
            throw new Problem(
                            "SMS_SIGNATURE",
                            401,
                            "Chữ ký hoặc giờ gửi của tổng đài không đúng.",
                            "Signature or time of the gateway is not right.",
                            GatewaySeal.SIGNATURE,
                            "hex HMAC-SHA256 of time, '.', path, '.', body; time within 5 minutes")
                    .asException();
        }
        try {
            T read = json.readValue(body, type);
            return Problem.required(read, "body");
        } catch (JacksonException e) {
            throw form("body", "a JSON object");
        }
    }

    private static byte[] body(HttpServletRequest request) {
        try {
            byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new Problem(
                                "SMS_TOO_LARGE",
                                413,
                                "Tin dài quá 64 KB.",
                                "The request is longer than 64 KB.",
                                "body",
                                "at most 64 KB")
                        .asException();
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException form(String field, String expected) {
        return Problem.badField(
                        "SMS_FORM",
                        field,
                        expected,
                        "Tin của tổng đài sai dạng ở “" + field + "”.",
                        "The gateway's request has a wrong form at \"" + field + "\".")
                .asException();
    }

    record IncomingRequest(
            @Nullable String id,
            @Nullable String from,
            @Nullable String text,
            @Nullable String reference,
            @Nullable Integer part,
            @Nullable Integer parts) {}

    record OutgoingRequest(
            @Nullable List<UUID> sent, @Nullable Integer limit) {}

    /** @param next always null: mark these as sent and ask again */
    record OutgoingList(List<Message> items, @Nullable String next) {}

    record Message(UUID id, String to, String text) {
        static Message of(OutgoingSms sms) {
            return new Message(sms.id(), sms.to(), sms.text());
        }
    }

    /**
     * @param outcome what the message was understood as
     * @param reply also waits among the outgoing messages; a gateway that sends it from here marks its id as sent
     */
    record TakenAnswer(String outcome, @Nullable Message reply) {
        static TakenAnswer of(Sms.Answer answer) {
            OutgoingSms reply = answer.reply();
            return new TakenAnswer(answer.outcome(), reply == null ? null : Message.of(reply));
        }
    }
}
