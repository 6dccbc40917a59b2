package vn.reliefmap.plan.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.Stop;
import vn.reliefmap.plan.Unassigned;
import vn.reliefmap.plan.Unassigned.Reason;

/**
 * A share of a stop's demand that is in no tour.
 *
 * @param stop index of the stop
 * @param asked what could not be reached: that stop, or the landing from which it would have been served
 */
record LeftOut(int stop, Load load, Stop asked) {
    /** With reasons, gathered by stop and reason. */
    static List<Unassigned> reasons(List<LeftOut> all, Diagnosis diagnosis) {
        Map<Integer, Map<Reason, Unassigned>> byStop = new TreeMap<>();
        for (LeftOut one : all) {
            Unassigned found = diagnosis.why(one.stop(), one.asked(), one.load());
            byStop.computeIfAbsent(one.stop(), stop -> new EnumMap<>(Reason.class))
                    .merge(found.reason(), found, (a, b) -> together(a, b, one.asked(), diagnosis));
        }
        List<Unassigned> reasons = new ArrayList<>();
        byStop.values().forEach(of -> reasons.addAll(of.values()));
        return reasons;
    }

    private static Unassigned together(Unassigned a, Unassigned b, Stop asked, Diagnosis diagnosis) {
        Load load = a.load().plus(b.load());
        Unassigned sum = diagnosis.why(a.stop(), asked, load);
        return sum.reason() == a.reason()
                ? sum
                : new Unassigned(a.stop(), load, a.reason(), Math.max(a.number(), b.number()), a.remedy());
    }
}
