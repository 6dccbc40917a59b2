package vn.reliefmap.access.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;

/** Errors that happened before any controller was reached, as problem documents too. */
@RestController
class ErrorAnswers implements ErrorController {

    @RequestMapping("/error")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<Object> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return ProblemAnswer.response(StatusProblems.of(status instanceof Integer code ? code : 404));
    }
}
