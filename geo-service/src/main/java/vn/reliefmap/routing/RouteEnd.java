package vn.reliefmap.routing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** One of the two ends of a route. */
public enum RouteEnd {
    FROM,
    TO;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
