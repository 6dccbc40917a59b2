package vn.reliefmap.access.http;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Says in words which form a parameter or a JSON field should have had. */
final class Expected {
    private Expected() {}

    static String formOf(@Nullable Class<?> type) {
        if (type == null) {
            return "/v3/api-docs";
        }
        if (type == Instant.class) {
            return "2020-10-18T07:00:00Z";
        }
        if (type == UUID.class) {
            return "123e4567-e89b-12d3-a456-426614174000";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "số nguyên / a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "số / a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true | false";
        }
        Object[] constants = type.getEnumConstants();
        if (constants != null) {
            return Arrays.stream(constants)
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" | "));
        }
        return type.getSimpleName();
    }

    /** The path of the JSON field that could not be read, for example {@code from[1]}; empty when not known. */
    static String placeOf(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.length() == 0 ? "" : ".").append(step.getPropertyName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }
}
