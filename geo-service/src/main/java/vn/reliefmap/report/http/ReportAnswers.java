package vn.reliefmap.report.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.report.Asked;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportPlace;
import vn.reliefmap.report.ReportStep;
import vn.reliefmap.report.StepWords;

/** Reports as JSON. */
final class ReportAnswers {
    private ReportAnswers() {}

    /**
     * What the sender may know; nothing of what stands in the report but the place that was understood.
     *
     * @param follow where to look what became of it
     */
    record TakenAnswer(UUID id, String code, String follow, String kind, Instant receivedAt, UnderstoodAnswer place) {
        static TakenAnswer of(Report report) {
            return new TakenAnswer(
                    report.id().value(),
                    report.code().value(),
                    "/report/" + report.code(),
                    report.kind().word(),
                    report.receivedAt(),
                    UnderstoodAnswer.of(report.place()));
        }
    }

    /** @param commune code; null where nobody knows it */
    record UnderstoodAnswer(
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable Double accuracyM,
            @Nullable String commune,
            boolean approximate) {
        static UnderstoodAnswer of(ReportPlace place) {
            return new UnderstoodAnswer(
                    place.at().map(LonLat::lon).orElse(null),
                    place.at().map(LonLat::lat).orElse(null),
                    number(place.accuracyM()),
                    place.adminCode().orElse(null),
                    place.approximate());
        }
    }

    /** @param state word of the last step */
    record StatusAnswer(String code, String kind, Instant receivedAt, String state, List<StepAnswer> steps) {
        static StatusAnswer of(Report report, List<ReportStep> steps) {
            return new StatusAnswer(
                    report.code().value(),
                    report.kind().word(),
                    report.receivedAt(),
                    steps.get(steps.size() - 1).word(),
                    steps.stream().map(StepAnswer::of).toList());
        }
    }

    record StepAnswer(String word, Instant at, String vi, String en) {
        static StepAnswer of(ReportStep step) {
            return new StepAnswer(step.word(), step.at(), StepWords.of(step, true), StepWords.of(step, false));
        }
    }

    /** A report as officers of its unit see it. Name and telephone number are shown apart. */
    record ReportAnswer(
            UUID id,
            String code,
            String kind,
            String channel,
            boolean onBehalf,
            UnderstoodAnswer place,
            String hamlet,
            String placeWords,
            int people,
            int vulnerablePeople,
            List<AskedAnswer> asked,
            String words,
            Instant happenedAt,
            Instant receivedAt,
            boolean suspected,
            boolean simulated) {
        static ReportAnswer of(Report report) {
            return new ReportAnswer(
                    report.id().value(),
                    report.code().value(),
                    report.kind().word(),
                    report.channel().name().toLowerCase(Locale.ROOT),
                    report.onBehalf(),
                    UnderstoodAnswer.of(report.place()),
                    report.place().hamlet(),
                    report.place().words(),
                    report.people(),
                    report.vulnerablePeople(),
                    report.asked().stream().map(AskedAnswer::of).toList(),
                    report.words(),
                    report.happenedAt(),
                    report.receivedAt(),
                    report.suspected(),
                    report.simulated());
        }
    }

    record AskedAnswer(String item, @Nullable BigDecimal quantity) {
        static AskedAnswer of(Asked asked) {
            Double quantity = number(asked.quantity());
            return new AskedAnswer(asked.item(), quantity == null ? null : Numbers.plain(BigDecimal.valueOf(quantity)));
        }
    }

    private static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
