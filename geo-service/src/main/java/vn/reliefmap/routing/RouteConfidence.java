package vn.reliefmap.routing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * How far an answer can be trusted, and why not further. The grade is that of the worst reason; without reasons it is
 * HIGH. No sum of points: whoever reads the reasons knows the grade.
 *
 * @param reasons the worst first
 */
public record RouteConfidence(Grade grade, List<Reason> reasons) {

    /** From trustworthy to doubtful. */
    public enum Grade {
        HIGH,
        MEDIUM,
        LOW;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What an answer can rest on that is not certain. */
    public enum Cause {
        /** Nobody asked for the water, or there is none on record. */
        NO_WATER_KNOWN,
        /** The water was seen some hours ago. */
        WATER_AGING,
        WATER_OLD,
        /** The water is forecast and not seen. */
        FORECAST,
        /** Part of the way was not looked at; most of it. */
        PARTLY_UNOBSERVED,
        MOSTLY_UNOBSERVED,
        BRIDGES_UNCONFIRMED,
        /** A little more or less water than told changes the answer. */
        NEAR_LIMIT,
        /** Flood water whose depth nobody knows. */
        DEPTH_UNKNOWN;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One reason to be careful.
     *
     * @param grade no answer with this reason has a better one
     */
    public record Reason(Cause cause, Grade grade, String vi, String en) {}

    public static RouteConfidence of(List<Reason> reasons) {
        List<Reason> worstFirst = reasons.stream()
                .sorted((a, b) -> b.grade().compareTo(a.grade()))
                .toList();
        return new RouteConfidence(
                worstFirst.isEmpty() ? Grade.HIGH : worstFirst.get(0).grade(), worstFirst);
    }
}
