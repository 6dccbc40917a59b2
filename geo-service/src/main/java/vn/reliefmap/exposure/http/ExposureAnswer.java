package vn.reliefmap.exposure.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.exposure.AreaExposure;
import vn.reliefmap.exposure.Count;
import vn.reliefmap.exposure.ExposureReport;

/**
 * The answer of {@code GET /api/v1/exposure}. A count that is null is too small to be shown; it is not 0.
 *
 * @param at the moment asked for
 * @param ageS seconds from the newest observation until now, 0 for a forecast ahead; null when there is none
 * @param suppressed communes that are shown only together; null when there are none
 * @param outside households without a commune; null when they are part of {@code suppressed}
 */
record ExposureAnswer(
        Instant at,
        @Nullable Instant observedAt,
        boolean forecast,
        @Nullable Long ageS,
        Total total,
        List<Area> communes,
        @Nullable Suppressed suppressed,
        @Nullable Area outside,
        List<Step> steps) {

    static ExposureAnswer of(Instant at, ExposureReport report, List<Step> steps) {
        Instant observedAt = report.observedAt();
        Count all = report.total().all();
        List<OfClass> byDepth = report.byDepth().entrySet().stream()
                .map(e -> {
                    Count count = e.getValue().count();
                    return new OfClass(
                            e.getKey().word(),
                            count == null ? null : count.households(),
                            count == null ? null : count.people());
                })
                .toList();
        return new ExposureAnswer(
                at,
                observedAt,
                report.forecast(),
                observedAt == null
                        ? null
                        : Math.max(
                                0, Duration.between(observedAt, Instant.now()).toSeconds()),
                new Total(
                        all == null ? null : all.households(),
                        all == null ? null : all.people(),
                        all == null ? null : all.vulnerablePeople(),
                        report.total().inWater(),
                        report.total().unknownDepth(),
                        byDepth),
                report.communes().stream().map(Area::of).toList(),
                report.suppressed() == null ? null : Suppressed.of(report.suppressed()),
                report.outside() == null ? null : Area.of(report.outside()),
                steps);
    }

    /** All households of the disaster. */
    record Total(
            @Nullable Long households,
            @Nullable Long people,
            @Nullable Long vulnerablePeople,
            @Nullable Count inWater,
            @Nullable Count unknownDepth,
            List<OfClass> byDepth) {}

    /** @param name {@code d0} to {@code d5} or {@code unknown}; {@code class} in JSON */
    record OfClass(
            @JsonProperty("class") String name,
            @Nullable Long households,
            @Nullable Long people) {}

    /** One commune, or households that are told together. */
    record Area(
            @Nullable String code,
            @Nullable String fullName,
            long households,
            long people,
            long inWaterHouseholds,
            long inWaterPeople,
            long inWaterVulnerablePeople,
            long unknownDepthHouseholds,
            @Nullable Double deepestM) {
        static Area of(AreaExposure a) {
            return new Area(
                    a.code(),
                    a.fullName(),
                    a.all().households(),
                    a.all().people(),
                    a.inWater().households(),
                    a.inWater().people(),
                    a.inWater().vulnerablePeople(),
                    a.unknownDepth().households(),
                    a.deepestM());
        }
    }

    /**
     * Communes that are told only together.
     *
     * @param communes how many are joined
     */
    record Suppressed(
            int communes,
            long households,
            long people,
            @Nullable Long inWaterHouseholds,
            @Nullable Long inWaterPeople,
            @Nullable Long inWaterVulnerablePeople,
            @Nullable Long unknownDepthHouseholds) {
        static Suppressed of(ExposureReport.Joined j) {
            Count inWater = j.inWater();
            Count unknownDepth = j.unknownDepth();
            return new Suppressed(
                    j.communes(),
                    j.all().households(),
                    j.all().people(),
                    inWater == null ? null : inWater.households(),
                    inWater == null ? null : inWater.people(),
                    inWater == null ? null : inWater.vulnerablePeople(),
                    unknownDepth == null ? null : unknownDepth.households());
        }
    }

    /** One moment for which there is water. */
    record Step(
            Instant at,
            boolean forecast,
            @Nullable Long inWaterHouseholds,
            @Nullable Long inWaterPeople) {}
}
