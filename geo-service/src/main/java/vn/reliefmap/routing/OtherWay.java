package vn.reliefmap.routing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A way that somebody may prefer to the quickest one.
 *
 * @param vi what it is like beside the quickest, Vietnamese
 * @param en the same in English
 */
public record OtherWay(Kind kind, RouteAnswer.Found way, RouteConfidence confidence, String vi, String en) {

    /** Why it is told. */
    public enum Kind {
        /** Its deepest water is the least of all ways that do not take much longer. */
        SHALLOWEST,
        /** It runs over other roads for a good part. */
        DIFFERENT;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
