package vn.reliefmap.access.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.reliefmap.kernel.Problem;

/**
 * An RFC 9457 problem document.
 *
 * @param type always {@code about:blank}; the {@code code} tells problems apart
 * @param title the HTTP status in words
 * @param status the HTTP status
 * @param detail the Vietnamese text, for programs that show only this
 * @param code stable name of the problem, upper snake case
 * @param vi what failed and what to do, Vietnamese
 * @param en the same in English
 * @param field the field or parameter at fault, or null
 * @param expected the form that was expected, or null
 * @param details figures for programs, only where the problem has some
 */
public record ProblemAnswer(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String vi,
        String en,
        @Nullable String field,
        @Nullable String expected,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> details) {

    static ProblemAnswer of(Problem problem) {
        HttpStatus status = HttpStatus.resolve(problem.status());
        return new ProblemAnswer(
                "about:blank",
                status == null ? "Problem" : status.getReasonPhrase(),
                problem.status(),
                problem.vi(),
                problem.code(),
                problem.vi(),
                problem.en(),
                problem.field(),
                problem.expected(),
                problem.details());
    }

    static ResponseEntity<Object> response(Problem problem) {
        return ResponseEntity.status(HttpStatusCode.valueOf(problem.status()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(of(problem));
    }
}
