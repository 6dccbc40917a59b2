package vn.reliefmap.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** FEATURE UNDER TEST: an act that the database ended in favour of another one is asked for again, and is no fault. */
class CollisionAnswerTest {
    @Test
    void theSenderIsToldToSendAgain() {
        ResponseEntity<Object> answer = new ProblemAdvice().onCollision(new CannotAcquireLockException("deadlock"));
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
    }
}
