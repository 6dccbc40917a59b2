package vn.reliefmap.routing.http;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.routing.TravelMatrices;

/** Answers {@code POST /api/v1/matrices}. */
@RestController
class MatrixController {
    private final RouteQuestions questions;
    private final TravelMatrices matrices;

    MatrixController(RouteQuestions questions, TravelMatrices matrices) {
        this.questions = questions;
        this.matrices = matrices;
    }

    @PostMapping("/api/v1/matrices")
    @OpenTo(Caller.EVERYONE)
    MatrixResponse find(@RequestBody MatrixRequest request) {
        return MatrixResponse.of(matrices.find(questions.read(request)));
    }
}
