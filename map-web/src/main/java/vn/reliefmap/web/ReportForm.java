package vn.reliefmap.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.report.Asked;
import vn.reliefmap.report.Channel;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.NewReport;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.Sender;
import vn.reliefmap.report.WrittenPlace;

/**
 * What stands in the fields of {@code /report}, as it was typed: whatever is wrong with it, the page shows it again.
 *
 * @param id made when the form was, so that two clicks are one report
 * @param lon what the phone measured, where its owner asked it to; {@code lat} and {@code accuracy} likewise
 * @param website no person sees it
 */
record ReportForm(
        UUID id,
        Kind kind,
        String commune,
        String hamlet,
        String place,
        String way,
        String lon,
        String lat,
        String accuracy,
        Set<String> items,
        String people,
        String weak,
        String name,
        String phone,
        boolean onBehalf,
        String words,
        String website) {

    static ReportForm empty() {
        return new ReportForm(
                UUID.randomUUID(), Kind.NEED, "", "", "", "", "", "", "", Set.of(), "", "", "", "", false, "", "");
    }

    static ReportForm of(HttpServletRequest sent) {
        String[] items = sent.getParameterValues("item");
        return new ReportForm(
                id(text(sent, "id")),
                Arrays.stream(Kind.values())
                        .filter(kind -> kind.word().equals(text(sent, "kind")))
                        .findFirst()
                        .orElse(Kind.NEED),
                text(sent, "commune"),
                text(sent, "hamlet"),
                text(sent, "place"),
                text(sent, "way"),
                text(sent, "lon"),
                text(sent, "lat"),
                text(sent, "accuracy"),
                items == null ? Set.of() : Set.copyOf(Arrays.asList(items).subList(0, Math.min(items.length, 100))),
                text(sent, "people"),
                text(sent, "weak"),
                text(sent, "name"),
                text(sent, "phone"),
                !text(sent, "on_behalf").isEmpty(),
                text(sent, "words"),
                text(sent, "website"));
    }

    /** The same text under a new id: another report. */
    ReportForm again() {
        return new ReportForm(
                UUID.randomUUID(),
                kind,
                commune,
                hamlet,
                place,
                way,
                lon,
                lat,
                accuracy,
                items,
                people,
                weak,
                name,
                phone,
                onBehalf,
                words,
                website);
    }

    /** Throws a problem that names the field. */
    NewReport report(Disaster flood) {
        Sender sender = new Sender(name, phone, onBehalf);
        if (kind == Kind.NEED) {
            sender.requireNumber();
        }
        return new NewReport(
                new ReportId(id),
                flood.id(),
                Channel.WEB,
                kind,
                sender,
                new WrittenPlace(place, number(lon), number(lat), number(accuracy), commune, hamlet, way).read(kind),
                count(people, "people"),
                count(weak, "vulnerable_people"),
                items.stream()
                        .sorted()
                        .map(item -> new Asked(item, OptionalDouble.empty()))
                        .toList(),
                words,
                Instant.now(),
                flood.simulated());
    }

    private static int count(String typed, String field) {
        if (typed.isBlank()) {
            return 0;
        }
        return Numbers.count(typed.strip()).orElseThrow(() -> Problem.badField(
                        field.equals("people") ? "PEOPLE_RANGE" : "VULNERABLE_RANGE",
                        field,
                        "4",
                        "Ghi số người bằng chữ số, ví dụ 4.",
                        "Write the number in digits, e.g. 4.")
                .asException());
    }

    private static @Nullable Double number(String typed) {
        return Numbers.decimal(typed.strip()).orElse(null);
    }

    private static String text(HttpServletRequest sent, String field) {
        String text = sent.getParameter(field);
        return text == null ? "" : text;
    }

    private static UUID id(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : UUID.randomUUID();
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
