package vn.reliefmap.web;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.routing.LaterStart;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.OtherWay;
import vn.reliefmap.routing.RouteAdvice;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteConfidence;
import vn.reliefmap.routing.RouteStep;
import vn.reliefmap.routing.RouteTimes;
import vn.reliefmap.routing.RouteWater;
import vn.reliefmap.routing.WalkSuggestion;

/** Says an answer on the command line, Vietnamese first. */
final class RouteTelling {
    private final PrintWriter out;

    RouteTelling(PrintWriter out) {
        this.out = out;
    }

    void tell(RouteAdvice advice) {
        water(advice.answer().water());
        tell(advice.answer(), advice.confidence());
        WalkSuggestion walk = advice.walk();
        if (walk != null) {
            out.printf(
                    Locale.ROOT,
                    "? %s (%.5f,%.5f)%n",
                    walk.vi(),
                    walk.point().lon(),
                    walk.point().lat());
            out.println("  " + walk.en());
        }
        for (OtherWay other : advice.others()) {
            out.println();
            out.println(other.vi());
            out.println(other.en());
            tell(other.way(), other.confidence());
        }
    }

    private void tell(RouteAnswer answer, RouteConfidence confidence) {
        if (answer instanceof RouteAnswer.Found way) {
            road(way);
            times(way.times());
            steps(way.steps());
        } else if (answer instanceof RouteAnswer.Afloat way) {
            afloat(way);
            times(way.times());
            steps(way.steps());
        } else if (answer instanceof RouteAnswer.Transferred both) {
            road(both.road());
            afloat(both.boat());
            times(both.times());
            steps(both.steps());
        } else {
            NoWay none = (NoWay) answer;
            out.println("✗ " + none.vi());
            out.println("  " + none.en());
        }
        confidence(confidence);
    }

    private void water(@Nullable RouteWater water) {
        Instant observedAt = water == null ? null : water.observedAt();
        if (observedAt == null) {
            out.println("Đường khô, chưa tính nước / dry roads, no water taken into account");
        } else {
            out.println("Nước lúc / water of " + VietnamTime.hourAndDate(observedAt));
        }
        if (water != null && water.until() != null) {
            out.println("  nước xấu nhất tới / the worst water until " + VietnamTime.hourAndDate(water.until()) + " ("
                    + water.steps().stream()
                            .map(step -> VietnamTime.hourAndDate(step.at()))
                            .collect(Collectors.joining(", "))
                    + ")");
        }
    }

    private void road(RouteAnswer.Found way) {
        out.printf(
                Locale.ROOT,
                "✓ %.2f km · %s · nước sâu nhất / deepest water %.2f m · đi chậm / slow %.0f m%n",
                way.distanceM() / 1000,
                time(way.durationS()),
                way.deepestM(),
                way.slowM());
    }

    /** Which steps it leads through is told where there are several. */
    private void times(@Nullable RouteTimes times) {
        if (times == null) {
            return;
        }
        out.println("  đi / leave " + VietnamTime.hourAndDate(times.departAt()) + " → tới / arrive "
                + VietnamTime.hourAndDate(times.arriveAt()));
        if (times.steps().size() > 1) {
            out.println("  qua các mốc nước / through the water of "
                    + times.steps().stream()
                            .map(step -> VietnamTime.hourAndDate(step.at()))
                            .collect(Collectors.joining(", ")));
            if (times.lastStepHolds()) {
                out.println("  sau mốc cuối coi như nước giữ nguyên / after the last one it is taken to stay");
            }
        }
        LaterStart later = times.later();
        if (later != null) {
            out.println("  đi muộn hơn sẽ tới sớm hơn / leaving later arrives earlier: "
                    + VietnamTime.hourAndDate(later.leaveAt()) + " → " + VietnamTime.hourAndDate(later.arriveAt()));
        }
    }

    private void afloat(RouteAnswer.Afloat way) {
        Double shallowestM = way.shallowestM();
        out.printf(
                Locale.ROOT,
                "✓ %.2f km · %s · nước nông nhất / shallowest water %s%n",
                way.distanceM() / 1000,
                time(way.durationS()),
                shallowestM == null ? "?" : String.format(Locale.ROOT, "%.2f m", shallowestM));
    }

    private void steps(List<RouteStep> steps) {
        for (int i = 0; i < steps.size(); i++) {
            RouteStep step = steps.get(i);
            out.printf(Locale.ROOT, "  %2d. %6.2f km  %s%n", i + 1, step.fromM() / 1000, step.vi());
            out.printf("                 %s%n", step.en());
        }
    }

    private void confidence(RouteConfidence confidence) {
        out.println(
                switch (confidence.grade()) {
                    case HIGH -> "Độ tin cậy: cao / confidence: high";
                    case MEDIUM -> "Độ tin cậy: trung bình / confidence: medium";
                    case LOW -> "Độ tin cậy: thấp / confidence: low";
                });
        confidence.reasons().forEach(reason -> out.println("  · " + reason.vi() + " / " + reason.en()));
    }

    private static String time(double seconds) {
        Duration duration = Duration.ofSeconds(Math.round(seconds));
        return String.format(Locale.ROOT, "%d h %02d min", duration.toHours(), duration.toMinutesPart());
    }
}
