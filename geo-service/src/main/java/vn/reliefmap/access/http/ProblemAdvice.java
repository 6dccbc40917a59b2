package vn.reliefmap.access.http;

import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import vn.reliefmap.access.SlowDown;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;

/** Turns every exception that leaves a controller into one problem document. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(ProblemException.class)
    ResponseEntity<Object> onProblem(ProblemException e) {
        return ProblemAnswer.response(e.problem());
    }

    @ExceptionHandler(SlowDown.class)
    ResponseEntity<Object> onHaste(SlowDown e) {
        return ResponseEntity.status(e.problem().status())
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(e.seconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemAnswer.of(e.problem()));
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Object> onType(MethodArgumentTypeMismatchException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return ProblemAnswer.response(problem.problem());
            }
        }
        String expected = Expected.formOf(e.getRequiredType());
        return ProblemAnswer.response(Problem.badField(
                "PARAMETER_FORM",
                e.getName(),
                expected,
                "Tham số \"" + e.getName() + "\" chưa đúng dạng; cần: " + expected + ".",
                "The parameter \"" + e.getName() + "\" is not in the expected form: " + expected + "."));
    }

    /** The last of them when it went in the middle of an act, of which nothing is stored then, or all. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    ResponseEntity<Object> onDatabase(Exception e) {
        LOG.error("The database does not answer: {}", e.getMessage());
        return ProblemAnswer.response(StatusProblems.databaseDown());
    }

    /** Two acts were in each other's way, and the database ended this one: nothing of it is stored, and it may come again. */
    @ExceptionHandler(ConcurrencyFailureException.class)
    ResponseEntity<Object> onCollision(ConcurrencyFailureException e) {
        LOG.warn("An act was ended in favour of another one: {}", e.getMessage());
        Problem problem = Problem.unavailable(
                "ACTS_COLLIDED",
                "Nhiều người cùng ghi một lúc nên việc này chưa được ghi. Hãy gửi lại.",
                "Several acts met at the same moment, and this one was not stored. Send it again.");
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemAnswer.of(problem));
    }

    @ExceptionHandler(AccessDeniedException.class)
    ResponseEntity<Object> onDenied(AccessDeniedException e) {
        return ProblemAnswer.response(StatusProblems.of(403));
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> onAnythingElse(Exception e) {
        if (hungUp(e)) {
            LOG.debug("The caller hung up", e);
            return null;
        }
        LOG.error("Unexpected failure", e);
        return ProblemAnswer.response(StatusProblems.of(500));
    }

    /** True when the answer could not be written because nobody waits for it any more. */
    private static boolean hungUp(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof AsyncRequestNotUsableException || cause instanceof ClientAbortException) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return ProblemAnswer.response(problem.problem());
            }
        }
        String place = e.getCause() instanceof JacksonException json ? Expected.placeOf(json) : "";
        return ProblemAnswer.response(new Problem(
                "JSON_FORM",
                400,
                "Nội dung JSON chưa đọc được" + (place.isEmpty() ? "." : " ở \"" + place + "\"."),
                "The JSON body cannot be read" + (place.isEmpty() ? "." : " at \"" + place + "\"."),
                place.isEmpty() ? null : place,
                "/v3/api-docs"));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = e.getParameterName();
        return ProblemAnswer.response(Problem.badField(
                "PARAMETER_MISSING",
                name,
                "?" + name + "=…, /v3/api-docs",
                "Thiếu tham số \"" + name + "\".",
                "The parameter \"" + name + "\" is missing."));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var error = e.getBindingResult().getFieldError();
        String field = error == null ? "" : error.getField();
        String expected = error == null || error.getDefaultMessage() == null ? "" : error.getDefaultMessage();
        return ProblemAnswer.response(Problem.badField(
                "FIELD_FORM",
                field,
                expected,
                "Trường \"" + field + "\" chưa đúng: " + expected + ".",
                "The field \"" + field + "\" is wrong: " + expected + "."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (hungUp(e)) {
            LOG.debug("The caller hung up", e);
            return null;
        }
        if (status.is5xxServerError()) {
            LOG.error("Unexpected failure", e);
        }
        return ProblemAnswer.response(StatusProblems.of(status.value()));
    }
}
