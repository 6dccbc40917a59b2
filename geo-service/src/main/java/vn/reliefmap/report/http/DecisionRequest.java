package vn.reliefmap.report.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.report.Asked;
import vn.reliefmap.report.Decision;
import vn.reliefmap.report.DecisionOrder;
import vn.reliefmap.report.DecisionOrder.Home;
import vn.reliefmap.report.Evidence;
import vn.reliefmap.report.ReportId;

/**
 * A decision as JSON.
 *
 * @param id made by the sender
 * @param seen number of the newest decision that the sender saw; 0 for none
 * @param anotherHome true when it is a home of its own though others look alike
 * @param place [lon, lat]
 */
record DecisionRequest(
        @Nullable UUID id,
        @Nullable UUID report,
        @Nullable String decision,
        @Nullable Integer seen,
        @Nullable List<String> evidence,
        @Nullable String reason,
        @Nullable UUID duplicateOf,
        @Nullable String handTo,
        @Nullable UUID household,
        @Nullable Boolean anotherHome,
        @Nullable List<Double> place,
        @Nullable Integer people,
        @Nullable Integer vulnerablePeople,
        @Nullable List<Line> lines,
        @Nullable String urgency,
        @Nullable Instant deadline) {

    /** @param quantity null = to be worked out from people and ration */
    record Line(@Nullable String item, @Nullable BigDecimal quantity) {
        Asked asked() {
            OptionalDouble amount = quantity == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Numbers.requireQuantity(quantity, false).doubleValue());
            return new Asked(Problem.required(item, "item"), amount);
        }
    }

    DecisionOrder order() {
        String word = Problem.required(decision, "decision");
        Decision decided = Decision.find(word).orElseThrow(() -> Problem.badField(
                        "DECISION_UNKNOWN",
                        "decision",
                        "confirmed | rejected | duplicate | need_more | handed_over | undone",
                        "Không có quyết định “" + shown(word) + "”.",
                        "There is no decision \"" + shown(word) + "\".")
                .asException());
        return new DecisionOrder(
                Problem.required(id, "id"),
                new ReportId(Problem.required(report, "report")),
                decided,
                Problem.required(seen, "seen"),
                grounds(),
                Objects.requireNonNullElse(reason, ""),
                duplicateOf == null ? null : new ReportId(duplicateOf),
                handTo,
                decided == Decision.CONFIRMED ? home() : null);
    }

    private List<Evidence> grounds() {
        List<Evidence> grounds = new ArrayList<>();
        for (String word : Objects.requireNonNullElse(evidence, List.<String>of())) {
            Evidence each = Evidence.find(Problem.required(word, "evidence")).orElseThrow(() -> Problem.badField(
                            "EVIDENCE_UNKNOWN",
                            "evidence",
                            Evidence.WORDS,
                            "Không có căn cứ “" + shown(word) + "”.",
                            "There is no evidence \"" + shown(word) + "\".")
                    .asException());
            if (!grounds.contains(each)) {
                grounds.add(each);
            }
        }
        return grounds;
    }

    private Home home() {
        return new Home(
                household == null ? null : new HouseholdId(household),
                Boolean.TRUE.equals(anotherHome),
                position(),
                people,
                vulnerablePeople,
                lines == null ? null : lines.stream().map(Line::asked).toList(),
                urgency,
                deadline);
    }

    private @Nullable LonLat position() {
        if (place == null) {
            return null;
        }
        if (place.size() != 2 || place.get(0) == null || place.get(1) == null) {
            throw Problem.badField(
                            "PLACE_FORM",
                            "place",
                            LonLat.EXPECTED,
                            "Vị trí phải là [kinh độ, vĩ độ].",
                            "The place must be [lon, lat].")
                    .asException();
        }
        return LonLat.of("place", place.get(0), place.get(1));
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
