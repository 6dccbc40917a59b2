package vn.reliefmap.plan.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.Unassigned;
import vn.reliefmap.plan.Unassigned.Reason;

/** Gathers what is left out by stop and reason. */
final class LeftOut {
    private LeftOut() {}

    static List<Unassigned> of(List<Part> parts, Diagnosis diagnosis) {
        Map<Integer, Map<Reason, Unassigned>> byStop = new TreeMap<>();
        for (Part part : parts) {
            Unassigned one = diagnosis.why(part.stop(), part.load());
            byStop.computeIfAbsent(part.stop(), stop -> new EnumMap<>(Reason.class))
                    .merge(one.reason(), one, (a, b) -> together(a, b, diagnosis));
        }
        List<Unassigned> all = new ArrayList<>();
        byStop.values().forEach(reasons -> all.addAll(reasons.values()));
        return all;
    }

    private static Unassigned together(Unassigned a, Unassigned b, Diagnosis diagnosis) {
        Load load = a.load().plus(b.load());
        Unassigned sum = diagnosis.why(a.stop(), load);
        return sum.reason() == a.reason()
                ? sum
                : new Unassigned(a.stop(), load, a.reason(), Math.max(a.number(), b.number()), a.remedy());
    }
}
