package vn.reliefmap.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.kernel.Languages;
import vn.reliefmap.passability.Crossing;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RouteConfidence.Cause;
import vn.reliefmap.routing.RouteConfidence.Grade;
import vn.reliefmap.routing.RouteConfidence.Reason;

/** Says how far an answer can be trusted: a pure function of the answer and the limits. Immutable and thread-safe. */
public final class ConfidenceRule {
    private final ConfidenceLimits limits;
    private final Passability passability;

    public ConfidenceRule(ConfidenceLimits limits, Passability passability) {
        this.limits = limits;
        this.passability = passability;
    }

    public RouteConfidence judge(RouteAnswer answer) {
        List<Reason> reasons = new ArrayList<>();
        RouteWater water = answer.water();
        if (!judgedByWater(answer)) {
            return RouteConfidence.of(reasons);
        }
        if (water == null || water.observedAt() == null) {
            reasons.add(new Reason(
                    Cause.NO_WATER_KNOWN,
                    Grade.LOW,
                    "Chưa tính nước lũ: không có quan sát nào.",
                    "No flood is taken into account: there is no observation."));
        } else {
            age(answer, water, reasons);
        }
        if (answer instanceof RouteAnswer.Found way) {
            road(way, reasons);
        } else if (answer instanceof RouteAnswer.Afloat way) {
            afloat(way, reasons);
        } else if (answer instanceof RouteAnswer.Transferred both) {
            road(both.road(), reasons);
            afloat(both.boat(), reasons);
        } else if (answer instanceof NoWay.CutOff no && no.unknownDepth()) {
            reasons.add(new Reason(
                    Cause.DEPTH_UNKNOWN,
                    Grade.LOW,
                    "Nước chưa rõ độ sâu; có thể vẫn đi được.",
                    "The water's depth is unknown; it may be passable."));
        } else if (answer instanceof NoWay.CutOff no
                && no.depthM() != null
                && no.depthM() - no.closesAtM() < limits.nearLimitM()
                && no.closesAtM() > 0) {
            reasons.add(nearLimit(no.depthM(), no.closesAtM()));
        }
        return RouteConfidence.of(reasons);
    }

    /** Where there is no road at all, or none that leads there even when dry, the water has no say. */
    private static boolean judgedByWater(RouteAnswer answer) {
        return !(answer instanceof NoWay.FarFromRoad || answer instanceof NoWay.NoConnection);
    }

    private void age(RouteAnswer answer, RouteWater water, List<Reason> reasons) {
        if (water.forecast() || throughForecast(answer)) {
            reasons.add(new Reason(
                    Cause.FORECAST,
                    Grade.MEDIUM,
                    "Nước theo dự báo, chưa quan sát.",
                    "The water is forecast, not seen."));
        }
        long ageS = Objects.requireNonNullElse(water.ageS(), 0L);
        Instant observedAt = water.observedAt();
        Instant oldest = oldestWater(answer);
        if (observedAt != null && oldest != null && oldest.isBefore(observedAt)) {
            ageS += Duration.between(oldest, observedAt).toSeconds();
        }
        if (ageS > limits.oldAfter().toSeconds()) {
            reasons.add(aged(Cause.WATER_OLD, Grade.LOW, ageS));
        } else if (ageS > limits.agingAfter().toSeconds()) {
            reasons.add(aged(Cause.WATER_AGING, Grade.MEDIUM, ageS));
        }
    }

    private static boolean throughForecast(RouteAnswer answer) {
        RouteTimes times = answer instanceof RouteAnswer.Found way
                ? way.times()
                : answer instanceof RouteAnswer.OverWater over ? over.times() : null;
        return times != null && times.steps().stream().anyMatch(WaterStep::forecast);
    }

    /** When the longest unseen water on the way was seen; null when the way is dry. */
    private static @Nullable Instant oldestWater(RouteAnswer answer) {
        List<RouteStretch> stretches = List.of();
        if (answer instanceof RouteAnswer.Found way) {
            stretches = way.stretches();
        } else if (answer instanceof RouteAnswer.Transferred both) {
            stretches = both.road().stretches();
        }
        return stretches.stream()
                .map(RouteStretch::observedAt)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Reason aged(Cause cause, Grade grade, long ageS) {
        boolean days = ageS >= 48 * 3600;
        long count = ageS / (days ? 86_400 : 3600);
        return new Reason(
                cause,
                grade,
                "Nước quan sát cách đây " + count + (days ? " ngày." : " giờ."),
                "The water was seen " + count + (days ? " days ago." : " hours ago."));
    }

    private void road(RouteAnswer.Found way, List<Reason> reasons) {
        unobserved(way, reasons);
        if (way.bridgesUnconfirmed() > 0) {
            int bridges = way.bridgesUnconfirmed();
            reasons.add(new Reason(
                    Cause.BRIDGES_UNCONFIRMED,
                    Grade.MEDIUM,
                    bridges + " cầu trên nước lũ chưa ai xác nhận.",
                    bridges == 1
                            ? "Nobody has confirmed 1 bridge over flood water."
                            : "Nobody has confirmed " + bridges + " bridges over flood water."));
        }
        double closesM = passability.limitM(way.vehicle(), Crossing.ROAD);
        if (way.deepestM() > 0 && closesM - way.deepestM() < limits.nearLimitM()) {
            reasons.add(nearLimit(way.deepestM(), closesM));
        }
    }

    private void unobserved(RouteAnswer.Found way, List<Reason> reasons) {
        if (way.water() == null || way.unobservedM() < limits.unobservedM()) {
            return;
        }
        boolean most = way.unobservedM() > limits.unobservedShare() * way.distanceM();
        reasons.add(new Reason(
                most ? Cause.MOSTLY_UNOBSERVED : Cause.PARTLY_UNOBSERVED,
                most ? Grade.LOW : Grade.MEDIUM,
                km(Languages.VIETNAMESE, way.unobservedM()) + " của tuyến chưa ai quan sát.",
                "Nobody looked at " + km(Locale.ROOT, way.unobservedM()) + " of the way."));
    }

    private void afloat(RouteAnswer.Afloat way, List<Reason> reasons) {
        if (way.needsConfirmationM() > 0) {
            reasons.add(new Reason(
                    Cause.DEPTH_UNKNOWN,
                    Grade.LOW,
                    km(Languages.VIETNAMESE, way.needsConfirmationM()) + " trên nước chưa rõ độ sâu.",
                    km(Locale.ROOT, way.needsConfirmationM()) + " of it lead over water of unknown depth."));
        }
        VehicleClass boat = way.vehicle();
        double needsM = passability.limitM(boat, Crossing.ROAD);
        if (way.shallowestM() != null && way.shallowestM() - needsM < limits.nearLimitM()) {
            reasons.add(new Reason(
                    Cause.NEAR_LIMIT,
                    Grade.MEDIUM,
                    String.format(
                            Languages.VIETNAMESE,
                            "Chỗ nông nhất %.2f m, sát mức thuyền cần (%.2f m).",
                            way.shallowestM(),
                            needsM),
                    String.format(
                            Locale.ROOT,
                            "The shallowest place has %.2f m, hardly more than the boat needs (%.2f m).",
                            way.shallowestM(),
                            needsM)));
        }
    }

    private static Reason nearLimit(double depthM, double closesM) {
        return new Reason(
                Cause.NEAR_LIMIT,
                Grade.MEDIUM,
                String.format(
                        Languages.VIETNAMESE, "Nước sâu %.2f m, sát mức không qua được (%.2f m).", depthM, closesM),
                String.format(
                        Locale.ROOT, "Water %.2f m deep, close to where the road closes (%.2f m).", depthM, closesM));
    }

    private static String km(Locale locale, double meters) {
        return meters < 1000 ? Math.round(meters) + " m" : String.format(locale, "%.1f km", meters / 1000);
    }
}
