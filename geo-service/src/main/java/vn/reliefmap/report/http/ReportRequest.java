package vn.reliefmap.report.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.access.Callers;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.report.Asked;
import vn.reliefmap.report.Channel;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.NewReport;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.Sender;
import vn.reliefmap.report.WrittenPlace;

/**
 * A report as a program sends it.
 *
 * @param id a UUID made by the sender, a new one for each report
 * @param disaster id or name; may be left out while one flood is going on
 * @param kind need | sos | safe
 * @param channel web | call | team; those who are signed in may say how it came in
 * @param happenedAt null = now
 * @param website no person sees it; who fills it in is a program that fills in everything
 */
record ReportRequest(
        @Nullable UUID id,
        @Nullable String disaster,
        @Nullable String kind,
        @Nullable String channel,
        @Nullable String name,
        @Nullable String phone,
        @Nullable Boolean onBehalf,
        @Nullable PlaceRequest place,
        @Nullable Integer people,
        @Nullable Integer vulnerablePeople,
        @Nullable List<AskedRequest> asked,
        @Nullable String words,
        @Nullable Instant happenedAt,
        @Nullable String website) {

    /**
     * Any part may be left out.
     *
     * @param text pasted coordinates or a map link
     * @param lon degrees, WGS 84; {@code lat} likewise
     * @param commune code or name, former ones too
     */
    record PlaceRequest(
            @Nullable String text,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable Double accuracyM,
            @Nullable String commune,
            @Nullable String hamlet,
            @Nullable String words) {}

    /** @param quantity in the item's unit; null = to be worked out from people and ration */
    record AskedRequest(@Nullable String item, @Nullable BigDecimal quantity) {}

    NewReport report(Disaster flood) {
        Kind said = word(Kind.class, Problem.required(kind, "kind"), "kind");
        Sender sender = new Sender(given(name), given(phone), Boolean.TRUE.equals(onBehalf));
        if (said == Kind.NEED) {
            sender.requireNumber();
        }
        PlaceRequest where = place == null ? new PlaceRequest(null, null, null, null, null, null, null) : place;
        return new NewReport(
                new ReportId(Problem.required(id, "id")),
                flood.id(),
                cameBy(),
                said,
                sender,
                new WrittenPlace(
                                given(where.text()),
                                where.lon(),
                                where.lat(),
                                where.accuracyM(),
                                given(where.commune()),
                                given(where.hamlet()),
                                given(where.words()))
                        .read(said),
                people == null ? 0 : people,
                vulnerablePeople == null ? 0 : vulnerablePeople,
                asked == null
                        ? List.of()
                        : asked.stream().map(ReportRequest::asked).toList(),
                given(words),
                happenedAt == null ? Instant.now() : happenedAt,
                flood.simulated());
    }

    boolean suspected() {
        return website != null && !website.isBlank();
    }

    private Channel cameBy() {
        Channel usual =
                switch (Callers.current()) {
                    case TEAM -> Channel.TEAM;
                    case OFFICER, COORDINATOR, ADMINISTRATOR -> Channel.OFFICER;
                    default -> Channel.WEB;
                };
        boolean staff = usual != Channel.WEB && Callers.current() != Caller.EVERYONE;
        Channel said = channel == null ? usual : word(Channel.class, channel, "channel");
        return staff && (said == Channel.CALL || said == Channel.TEAM || said == Channel.WEB) ? said : usual;
    }

    private static Asked asked(@Nullable AskedRequest line) {
        AskedRequest given = Problem.required(line, "asked");
        return new Asked(
                Problem.required(given.item(), "asked.item"),
                given.quantity() == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(given.quantity().doubleValue()));
    }

    static <E extends Enum<E>> E word(Class<E> type, String word, String field) {
        String expected = String.join(
                " | ",
                Arrays.stream(type.getEnumConstants())
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .toList());
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.badField(
                                "WORD_UNKNOWN",
                                field,
                                expected,
                                "“" + field + "” phải là một trong: " + expected + ".",
                                "\"" + field + "\" must be one of: " + expected + ".")
                        .asException());
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
