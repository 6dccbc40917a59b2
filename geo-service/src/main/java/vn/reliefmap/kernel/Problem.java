package vn.reliefmap.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, said so that a person can act on it; becomes one RFC 9457 problem document.
 *
 * @param code stable name for programs, upper snake case, for example {@code BBOX_ORDER}
 * @param status HTTP status the problem maps to, 400–599
 * @param vi what failed and what to do, in Vietnamese
 * @param en the same in English
 * @param field the field or parameter at fault, or null when none is
 * @param expected the form that was expected, or null when there is none to show
 * @param details figures and the like that a program can act on, by name in snake case; null when there are none
 */
public record Problem(
        String code,
        int status,
        String vi,
        String en,
        @Nullable String field,
        @Nullable String expected,
        @Nullable Map<String, Object> details) {

    public Problem(String code, int status, String vi, String en, @Nullable String field, @Nullable String expected) {
        this(code, status, vi, en, field, expected, null);
    }

    /** A caller's mistake in one field: status 400. */
    public static Problem badField(String code, String field, String expected, String vi, String en) {
        return new Problem(code, 400, vi, en, field, expected);
    }

    /** Something named by the caller that is not here: status 404. */
    public static Problem notFound(String code, String field, String vi, String en) {
        return new Problem(code, 404, vi, en, field, null);
    }

    /** The program cannot answer now, though the question was right: status 503. */
    public static Problem unavailable(String code, String vi, String en) {
        return new Problem(code, 503, vi, en, null, null);
    }

    /** The value, or a {@code FIELD_MISSING} problem (400) that names the field. */
    public static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw badField("FIELD_MISSING", field, "a value", "Thiếu “" + field + "”.", "\"" + field + "\" is missing.")
                    .asException();
        }
        return value;
    }

    /** The same with figures for programs. */
    public Problem with(Map<String, Object> figures) {
        return new Problem(code, status, vi, en, field, expected, figures);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
