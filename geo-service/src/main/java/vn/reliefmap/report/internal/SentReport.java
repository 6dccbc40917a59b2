package vn.reliefmap.report.internal;

import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.kernel.CanonicalJson;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.SentText;
import vn.reliefmap.report.Asked;
import vn.reliefmap.report.NewReport;
import vn.reliefmap.report.ReportPlace;
import vn.reliefmap.report.Sender;

/** Makes of what was sent what can be kept, without looking at anything else: the same in gives the same out. */
final class SentReport {
    static final int MOST_ITEMS = 30;
    private static final int NAME = 200;
    private static final int PHONE = 60;
    private static final int HAMLET = 100;
    private static final int PLACE = 500;
    private static final int WORDS = 2_000;
    /** A hamlet's number has fewer digits, a telephone number has more. */
    private static final int DIGITS_IN_A_HAMLET = 5;

    private static final JsonMapper JSON = JsonMapper.shared();

    private SentReport() {}

    /** Clean texts of bearable length; a {@code TEXT_TOO_LONG} problem (400) names the one that is longer. */
    static NewReport clean(NewReport sent) {
        if (sent.asked().size() > MOST_ITEMS) {
            throw Problem.badField(
                            "ITEMS_TOO_MANY",
                            "asked",
                            "at most " + MOST_ITEMS + " items",
                            "Nhiều nhất " + MOST_ITEMS + " mặt hàng trong một tin.",
                            "At most " + MOST_ITEMS + " items in one report.")
                    .asException();
        }
        Sender sender = new Sender(
                line(sent.sender().name(), "name", NAME),
                line(sent.sender().phone(), "phone", PHONE),
                sent.sender().onBehalf());
        return new NewReport(
                sent.id(),
                sent.disaster(),
                sent.channel(),
                sent.kind(),
                sender,
                place(sent.place()),
                sent.people(),
                sent.vulnerablePeople(),
                sent.asked().stream()
                        .map(asked -> new Asked(asked.item().strip(), asked.quantity()))
                        .toList(),
                bounded(SentText.clean(head(sent.words(), WORDS)), sent.words(), "words", WORDS),
                sent.happenedAt(),
                sent.simulated());
    }

    private static ReportPlace place(ReportPlace sent) {
        String hamlet = line(sent.hamlet(), "hamlet", HAMLET);
        String words = line(sent.words(), "place", PLACE);
        // The hamlet's name is kept in the open; what may be a telephone number goes to the words, which are sealed.
        boolean tellsMore = hamlet.codePoints().filter(Character::isDigit).count() > DIGITS_IN_A_HAMLET;
        return new ReportPlace(
                sent.at(),
                sent.accuracyM(),
                sent.adminCode().map(code -> line(code, "commune", HAMLET)).filter(code -> !code.isEmpty()),
                tellsMore ? "" : hamlet,
                tellsMore ? (hamlet + " " + words).strip() : words,
                sent.approximate() || sent.at().isEmpty());
    }

    /**
     * What tells two bodies under one id apart, before it goes under a key. Without the time it happened: a phone that sends
     * again may stamp it anew.
     */
    static String body(NewReport clean) {
        NewReport timeless = new NewReport(
                clean.id(),
                clean.disaster(),
                clean.channel(),
                clean.kind(),
                clean.sender(),
                clean.place(),
                clean.people(),
                clean.vulnerablePeople(),
                clean.asked(),
                clean.words(),
                Instant.EPOCH,
                clean.simulated());
        return CanonicalJson.of(JSON.writeValueAsString(timeless));
    }

    /** With the commune that was found for it, and the time it happened or was received. */
    static NewReport settled(NewReport clean, ReportPlace place, Instant happenedAt) {
        return new NewReport(
                clean.id(),
                clean.disaster(),
                clean.channel(),
                clean.kind(),
                clean.sender(),
                place,
                clean.people(),
                clean.vulnerablePeople(),
                clean.asked(),
                clean.words(),
                happenedAt,
                clean.simulated());
    }

    private static String line(String text, String field, int most) {
        return bounded(SentText.line(head(text, most)), text, field, most);
    }

    /** So much of a text as is looked at; nobody waits for the cleaning of a million characters. */
    private static String head(String text, int most) {
        return text.length() > 4 * most ? text.substring(0, 4 * most) : text;
    }

    private static String bounded(String clean, String sent, String field, int most) {
        if (clean.length() > most || sent.length() > 4 * most) {
            throw Problem.badField(
                            "TEXT_TOO_LONG",
                            field,
                            "at most " + most + " characters",
                            "Chỗ này nhiều nhất " + most + " ký tự. Hãy viết ngắn lại.",
                            "At most " + most + " characters here. Please shorten it.")
                    .asException();
        }
        return clean;
    }
}
