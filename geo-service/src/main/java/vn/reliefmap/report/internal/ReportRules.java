package vn.reliefmap.report.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.report.Asked;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.NewReport;
import vn.reliefmap.report.ReportPlace;

/**
 * What a report must say to be taken, and which commune it is from. Little is asked for: a place, or for a cry for help a
 * number to call; everything else may be missing.
 */
@Component
class ReportRules {
    /** As many as a household of the lists may have. */
    static final int MOST_PEOPLE = 10_000;
    /** Clocks of phones run ahead now and then. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private static final Duration LONG_AGO = Duration.ofDays(366);

    private final Disasters disasters;
    private final AdminUnits units;
    private final Items items;

    ReportRules(Disasters disasters, AdminUnits units, Items items) {
        this.disasters = disasters;
        this.units = units;
        this.items = items;
    }

    /** The report as it is to be kept; a problem for what cannot be. */
    NewReport settled(NewReport clean, Instant receivedAt) {
        disasters.get(clean.disaster());
        people(clean);
        asked(clean.asked());
        ReportPlace place = place(clean);
        boolean clockRight = !clean.happenedAt().isAfter(receivedAt.plus(AHEAD))
                && !clean.happenedAt().isBefore(receivedAt.minus(LONG_AGO));
        return SentReport.settled(clean, place, clockRight ? clean.happenedAt() : receivedAt);
    }

    private static void people(NewReport report) {
        if (report.people() < 0 || report.people() > MOST_PEOPLE) {
            throw Problem.badField(
                            "PEOPLE_RANGE",
                            "people",
                            "a whole number, 0–" + MOST_PEOPLE,
                            "Số người là số nguyên từ 0 đến 10.000.",
                            "The number of people is a whole number from 0 to 10,000.")
                    .asException();
        }
        int most = report.people() == 0 ? MOST_PEOPLE : report.people();
        if (report.vulnerablePeople() < 0 || report.vulnerablePeople() > most) {
            throw Problem.badField(
                            "VULNERABLE_RANGE",
                            "vulnerable_people",
                            "a whole number, 0–" + most,
                            "Số người già yếu, trẻ nhỏ không thể nhiều hơn số người.",
                            "There cannot be more vulnerable people than people.")
                    .asException();
        }
    }

    private void asked(List<Asked> asked) {
        Set<String> seen = new HashSet<>();
        for (Asked each : asked) {
            String code = items.get(each.item()).code();
            if (!seen.add(code)) {
                throw Problem.badField(
                                "ITEM_TWICE",
                                "asked",
                                "each item once",
                                "Mặt hàng “" + code + "” có hai lần trong tin.",
                                "The item \"" + code + "\" stands in the report twice.")
                        .asException();
            }
            each.quantity().ifPresent(ReportRules::exact);
        }
    }

    /** As it is stored; a {@code QUANTITY_FORM} problem (400) for what is no amount of goods. */
    static BigDecimal exact(double quantity) {
        return Numbers.requireQuantity(Double.isFinite(quantity) ? BigDecimal.valueOf(quantity) : null, false);
    }

    private ReportPlace place(NewReport report) {
        ReportPlace place = report.place();
        boolean reachable =
                report.kind() != Kind.NEED && !report.sender().phone().isEmpty();
        if (place.unknown() && !reachable) {
            throw Problem.badField(
                            "PLACE_MISSING",
                            "place",
                            "coordinates, a map link, or commune and hamlet",
                            "Cho biết nơi ở: vị trí, hoặc tên xã và thôn.",
                            "Say where: a position, or the names of commune and hamlet.")
                    .asException();
        }
        if (place.at().filter(at -> !at.inVietnam()).isPresent()) {
            throw Problem.badField(
                            "OUTSIDE_VIETNAM",
                            "place",
                            LonLat.EXPECTED,
                            "Vị trí này nằm ngoài Việt Nam (vĩ độ 8–24, kinh độ 102–117). Hãy xem lại.",
                            "This place lies outside Vietnam (latitude 8–24, longitude 102–117). Please check.")
                    .asException();
        }
        if (place.accuracyM().isPresent()
                && !(place.accuracyM().getAsDouble() >= 0 && place.accuracyM().getAsDouble() <= 100_000)) {
            throw Problem.badField(
                            "ACCURACY_RANGE",
                            "accuracy_m",
                            "metres, 0–100000",
                            "Sai số vị trí tính bằng mét, từ 0 đến 100.000.",
                            "The accuracy is in metres, from 0 to 100,000.")
                    .asException();
        }
        return place.adminCode().map(stated -> stated(report, stated)).orElseGet(() -> found(place));
    }

    private ReportPlace found(ReportPlace place) {
        return in(place, place.at().flatMap(units::unitOf).map(AdminUnit::code), place.words());
    }

    private ReportPlace stated(NewReport report, String stated) {
        ReportPlace place = report.place();
        if (units.list().isEmpty()) {
            // Nobody knows any commune yet; what was said is kept with the words.
            return in(place, Optional.empty(), (stated + " " + place.words()).strip());
        }
        Optional<AdminUnit> byCode = units.find(stated);
        if (byCode.isPresent()) {
            return place;
        }
        List<AdminUnit> meant = units.meantBy(stated);
        if (meant.size() > 1) {
            meant = place.at()
                    .flatMap(units::unitOf)
                    .filter(meant::contains)
                    .map(List::of)
                    .orElse(meant);
        }
        if (meant.size() != 1 && report.kind() == Kind.SOS) {
            return found(in(place, Optional.empty(), (stated + " " + place.words()).strip()));
        }
        if (meant.isEmpty()) {
            throw Problem.notFound(
                            "UNKNOWN_ADMIN_UNIT",
                            "commune",
                            "Không tìm thấy xã, phường này. Hãy ghi tên xã, phường (tên cũ cũng được).",
                            "No such commune is known. Give its name (a former name will do).")
                    .asException();
        }
        if (meant.size() > 1) {
            throw ambiguous(meant).asException();
        }
        return in(place, Optional.of(meant.get(0).code()), place.words());
    }

    private static Problem ambiguous(List<AdminUnit> meant) {
        String choices = meant.stream().limit(5).map(AdminUnit::fullName).collect(Collectors.joining(", "));
        return Problem.badField(
                "ADMIN_UNIT_AMBIGUOUS",
                "commune",
                meant.stream().limit(5).map(AdminUnit::code).collect(Collectors.joining(" | ")),
                "Tên này có thể là: " + choices + ". Hãy ghi rõ.",
                "This name may be: " + choices + ". Say which one.");
    }

    private static ReportPlace in(ReportPlace place, Optional<String> adminCode, String words) {
        return new ReportPlace(place.at(), place.accuracyM(), adminCode, place.hamlet(), words, place.approximate());
    }
}
